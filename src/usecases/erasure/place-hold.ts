import { z } from 'zod'
import { insertHold } from '#db/erasure.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { dayInput } from '#domain/day.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { holdReasons, wrongHoldEnd } from '#domain/erasure/legal-hold.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { command } from '#usecases/use-case.ts'

/** Holds a woman's file for a reason: until that day nothing of it is erased and no term of it runs out. */
export const placeHold = command({
  name: 'place-hold',
  action: 'create',
  may: erasurePolicy.hold,
  input: z.strictObject({ trajectoryId: z.uuid(), reason: z.enum(holdReasons), until: dayInput }),
  async run(work, { trajectoryId, reason, until }) {
    const { tx, orgId, actor, today, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const wrong = wrongHoldEnd(until, today)
    if (wrong) throw new Invalid({ until: wrong })
    const id = work.newId()
    await insertHold(tx, {
      org_id: orgId,
      id,
      person_id: trajectory.person_id,
      trajectory_id: trajectoryId,
      reason_code: reason,
      from_day: today,
      until_day: until,
      placed_by: actor.memberId,
      placed_at: now,
      ended_on: null,
      ended_by: null,
    })
    return { id }
  },
})
