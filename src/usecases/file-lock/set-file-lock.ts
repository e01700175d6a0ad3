import { z } from 'zod'
import { dropCardsOf } from '#db/exchange-card.ts'
import { insertFileLock } from '#db/file-lock.ts'
import { holdFile, holdMessagesTo, settleWithLock } from '#db/lock-effects.ts'
import { spreadReach } from '#db/lock-reach.ts'
import { fileLockPolicy } from '#domain/file-lock/file-lock-policy.ts'
import { mayLock } from '#domain/file-lock/lock-effects.ts'
import { isRefusal } from '#domain/refusal.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { fileOf } from '#usecases/file-lock/file-of.ts'
import { handOverHers, newCoordinatorFor } from '#usecases/file-lock/hand-over-hers.ts'
import { addLockStep } from '#usecases/file-lock/held-file-lock.ts'
import { lockStanding } from '#usecases/file-lock/lock-standing.ts'
import { nameAgainst } from '#usecases/file-lock/name-against.ts'
import { againstInput } from '#usecases/file-lock/weigh-file-lock.ts'
import { moveMessage } from '#usecases/message/move-message.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Hides her file from somebody, from this moment on and with all that comes under it later. What he had of hers goes
 * to somebody else in the same step, so that she isn't without for a minute.
 */
export const setFileLock = command({
  name: 'set-file-lock',
  action: 'create',
  may: fileLockPolicy.set,
  fresh: true,
  input: z.strictObject({
    /** A trajectory or a referral of hers. */
    fileId: z.uuid(),
    against: againstInput,
    /** Why; sealed, and read by nobody from whom the file is kept. */
    words: z.string().trim().min(1).max(2000),
    /** Who takes over, if he is her coordinator. */
    coordinatorId: z.uuid().nullish(),
  }),
  async run(work, { fileId, against, words, coordinatorId = null }) {
    const { tx, orgId, actor, now, today } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const personId = await fileOf(work, fileId)
    await nameAgainst(work, against)
    const trajectories = await holdFile(tx, orgId, personId)
    const trajectoryIds = trajectories.map(({ id }) => id)
    const standing = await lockStanding(work, { personId, trajectoryIds, against })
    const answer = mayLock(standing)
    if (isRefusal(answer)) throw new Refused(answer.refused)
    const { behind } = standing
    const owner = await newCoordinatorFor(work, { personId, standing, coordinatorId })
    for (const message of await holdMessagesTo(tx, orgId, { personId, against, behind }))
      await moveMessage(work, message, 'refuse', { reasonCode: 'message-locked' })
    await handOverHers(work, trajectories, { standing, coordinatorId: owner })
    await settleWithLock(tx, orgId, personId, behind, { by: actor.memberId, at: now, today, owner })
    const id = work.newId()
    const [memberId] = behind.members
    const [workerId] = behind.workers
    await insertFileLock(tx, {
      org_id: orgId,
      id,
      person_id: personId,
      member_id:
        against.kind === 'member' ? against.id : against.kind === 'worker' ? (memberId ?? null) : null,
      worker_id: against.kind === 'organisation' ? null : (workerId ?? null),
      network_organisation_id: against.kind === 'organisation' ? against.id : null,
      state: 'standing',
      set_by: actor.memberId,
      set_at: now,
      lift_asked_by: null,
      lift_asked_at: null,
      lifted_by: null,
      lifted_at: null,
    })
    await addLockStep(work, { id, person_id: personId }, { step: 'set', words, by: actor.memberId })
    await spreadReach(tx, orgId, id)
    // Whoever is hidden from somebody here is laid ready for nobody elsewhere.
    await dropCardsOf(tx, orgId, [personId])
    work.about({ detail: { against: against.kind } })
    return { fileLockId: id }
  },
})
