import { z } from 'zod'
import { saveFileLock } from '#db/file-lock.ts'
import { dropReach } from '#db/lock-reach.ts'
import { afterAnswer } from '#domain/file-lock/file-lock.ts'
import { fileLockPolicy } from '#domain/file-lock/file-lock-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { addLockStep, holdLock } from '#usecases/file-lock/held-file-lock.ts'
import { command } from '#usecases/use-case.ts'

/** The second of two: agrees, and the lock is gone at once, or keeps it, and it stands as if nobody had asked. */
export const answerLift = command({
  name: 'answer-lift',
  action: 'update',
  may: fileLockPolicy.answerLift,
  fresh: true,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    answer: z.enum(['keep', 'lift']),
    words: z.string().trim().min(1).max(2000),
  }),
  async run(work, { id, version, answer, words }) {
    const { lock, member } = await holdLock(work, { id, version })
    const by = member.memberId
    const state = afterAnswer({ state: lock.state, askedBy: lock.lift_asked_by }, answer, by)
    if (isRefusal(state)) throw new Refused(state.refused)
    await addLockStep(work, lock, { step: answer, words, by })
    await saveFileLock(
      work.tx,
      lock,
      answer === 'lift'
        ? { state, lifted_by: by, lifted_at: work.now }
        : { state, lift_asked_by: null, lift_asked_at: null },
    )
    if (answer === 'lift') await dropReach(work.tx, work.orgId, lock.id)
    return { fileLockId: id }
  },
})
