import { z } from 'zod'
import { lockTrajectory } from '#db/trajectory.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { versionInput } from '#domain/version.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { restsAlone, waitAgain, waitingPlaceInput } from '#usecases/match/wait-again.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { command } from '#usecases/use-case.ts'

/** She rested after a good ending and wants somebody beside her again: back on the waiting list, on any day. */
export const lookForSomebodyAgain = command({
  name: 'look-for-somebody-again',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({ trajectoryId: z.uuid(), version: versionInput, waits: waitingPlaceInput }),
  async run(work, { trajectoryId, version, waits }) {
    const trajectory = await lockTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    if (trajectory.version !== version) throw new Refused('changed-meanwhile')
    if (!restsAlone(trajectory)) throw new Refused('not-from-this-state')
    await waitAgain(work, trajectory, waits)
    return { trajectoryId }
  },
})
