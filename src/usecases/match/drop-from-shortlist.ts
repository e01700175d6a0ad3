import { z } from 'zod'
import { endShortlist } from '#db/match-shortlist.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { actorId } from '#domain/member/actor.ts'
import { NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Takes a name off again. It is no no: nobody was asked. */
export const dropFromShortlist = command({
  name: 'drop-from-shortlist',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({ trajectoryId: z.uuid(), workerId: z.uuid() }),
  async run(work, { trajectoryId, workerId }) {
    const trajectory = await lockTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    work.about({ trajectory: trajectoryId })
    const dropped = await endShortlist(
      work.tx,
      work.orgId,
      { trajectoryId, workerId },
      { until_day: work.today, until_code: 'dropped', until_by: actorId(work.actor) },
    )
    if (dropped === 0) throw new NotFound()
    return { trajectoryId }
  },
})
