import { z } from 'zod'
import { lockTrajectory } from '#db/trajectory.ts'
import { earlierShown } from '#domain/match/earlier-words.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { keepEarlierWords } from '#usecases/match/keep-earlier-words.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { command } from '#usecases/use-case.ts'

/**
 * What she wants whoever stands beside her next to read of what was written before; it holds at once, and she may
 * change her mind as often as she likes.
 */
export const chooseEarlierWords = command({
  name: 'choose-earlier-words',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({ trajectoryId: z.uuid(), shown: z.enum(earlierShown) }),
  async run(work, { trajectoryId, shown }) {
    const trajectory = await lockTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    if (trajectory.state === 'closed') throw new Refused('not-from-this-state')
    await keepEarlierWords(work, trajectoryId, shown)
    return { trajectoryId, shown }
  },
})
