import { z } from 'zod'
import { saveFileLock } from '#db/file-lock.ts'
import { afterAsking } from '#domain/file-lock/file-lock.ts'
import { fileLockPolicy } from '#domain/file-lock/file-lock-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { addLockStep, holdLock } from '#usecases/file-lock/held-file-lock.ts'
import { command } from '#usecases/use-case.ts'

/** The first of two: says why this lock needn't stand any more. It stands until somebody else agrees. */
export const askLift = command({
  name: 'ask-lift',
  action: 'update',
  may: fileLockPolicy.askLift,
  input: z.strictObject({ id: z.uuid(), version: versionInput, words: z.string().trim().min(1).max(2000) }),
  async run(work, { id, version, words }) {
    const { lock, member } = await holdLock(work, { id, version })
    const state = afterAsking(lock.state)
    if (isRefusal(state)) throw new Refused(state.refused)
    await addLockStep(work, lock, { step: 'ask-lift', words, by: member.memberId })
    await saveFileLock(work.tx, lock, {
      state,
      lift_asked_by: member.memberId,
      lift_asked_at: work.now,
    })
    return { fileLockId: id }
  },
})
