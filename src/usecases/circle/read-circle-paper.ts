import { z } from 'zod'
import { findTrajectory } from '#db/trajectory.ts'
import { circleOn } from '#domain/circle/circle-on.ts'
import { circlePolicy } from '#domain/circle/circle-policy.ts'
import { roleOf } from '#domain/circle/supporter.ts'
import { knownVersions } from '#usecases/circle/known-circle.ts'
import { whyNotCirclePaper } from '#usecases/circle/why-not-paper.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { leaveOnPaper } from '#usecases/paper/leave-on-paper.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/**
 * Her circle as it is now, to be printed for her: who they are as she calls them and what they help with. Nothing of
 * ours: not her name, no day, with whom we may talk, or when we did. Of an ex-partner it says nothing either.
 */
export const readCirclePaper = question({
  name: 'read-circle-paper',
  may: circlePolicy.write,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const trajectory = await findTrajectory(work.tx, work.actor, trajectoryId)
    const definition = trajectory && definitionOf(work, trajectory)
    if (!trajectory || !definition?.circle) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const why = await whyNotCirclePaper(work, trajectory, definition)
    if (why) throw new Refused(why)
    await leaveOnPaper(work, 'support-circle', trajectory.person_id)
    await work.vault.load([trajectory.person_id])
    const quiet = trajectory.quiet_since !== null
    return {
      people: circleOn(await knownVersions(work, trajectory), work.today)
        .filter(
          ({ told: { kind, role } }) => kind !== 'ex_partner' && !(quiet && role && roleOf(role).ofChild),
        )
        .map(({ told: { kind, name, role, ring, helpsWith } }) => ({ kind, name, role, ring, helpsWith })),
    }
  },
})
