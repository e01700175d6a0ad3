import { z } from 'zod'
import { lockTrajectory } from '#db/trajectory.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { wishInput } from '#domain/match/wishes.ts'
import { versionInput } from '#domain/version.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { saveWishes } from '#usecases/match/wishes.ts'
import { command } from '#usecases/use-case.ts'

/** Writes down what a woman says about herself and hopes for, so that somebody can be found who fits. */
export const changeWishes = command({
  name: 'change-wishes',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({ trajectoryId: z.uuid(), version: versionInput, wishes: wishInput }),
  async run(work, { trajectoryId, version, wishes }) {
    const trajectory = await lockTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    work.about({ person: trajectory.person_id, trajectory: trajectoryId })
    if (trajectory.state === 'closed') throw new Refused('not-from-this-state')
    if (!(await saveWishes(work, trajectory, wishes, version))) throw new Refused('changed-meanwhile')
    return { trajectoryId }
  },
})
