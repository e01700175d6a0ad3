import { z } from 'zod'
import { findOpenErasure, insertErasure } from '#db/erasure.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { erasureGrounds, erasureReasons } from '#domain/erasure/erasure.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { command } from '#usecases/use-case.ts'

/** Asks that a woman's file is erased. Nothing goes yet: somebody else decides. */
export const askErasure = command({
  name: 'ask-erasure',
  action: 'create',
  may: erasurePolicy.ask,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    reason: z.enum(erasureReasons),
    ground: z.enum(erasureGrounds),
  }),
  async run(work, { trajectoryId, reason, ground }) {
    const { tx, orgId, actor, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    await work.vault.load([trajectory.person_id])
    if (await findOpenErasure(tx, orgId, trajectory.person_id)) throw new Refused('erasure-asked-already')
    const id = work.newId()
    await insertErasure(tx, {
      org_id: orgId,
      id,
      person_id: trajectory.person_id,
      trajectory_id: trajectoryId,
      reason_code: reason,
      ground_code: ground,
      state: 'asked',
      asked_by: actor.memberId,
      asked_at: now,
      answer_code: null,
      answered_by: null,
      answered_at: null,
      files: null,
    })
    return { id }
  },
})
