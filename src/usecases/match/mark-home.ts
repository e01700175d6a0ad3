import { z } from 'zod'
import { lockTrajectory } from '#db/trajectory.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { keepHome } from '#usecases/match/keep-home.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Keeps where a woman lives out of what matching tells: from then on her home takes part as a region, on every page
 * where pairs are weighed. Her address itself stays where it is.
 */
export const markHome = command({
  name: 'mark-home',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({ trajectoryId: z.uuid(), secret: z.boolean() }),
  async run(work, { trajectoryId, secret }) {
    const trajectory = await lockTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    work.about({ trajectory: trajectoryId })
    await keepHome(work, trajectory.person_id, secret)
    return { trajectoryId }
  },
})
