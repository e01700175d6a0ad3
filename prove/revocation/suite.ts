import { openWorldOn } from '#testing/world-on.ts'
import type { Found, Suite } from '../suite.ts'
import { onThrowAway } from '../throw-away.ts'
import { proveRevocation } from './prove.ts'

const number = (of: number) => of.toLocaleString('en-GB')

export const revocation: Suite = {
  name: 'revocation',
  title: 'What was taken away is gone at once (T6)',
  count: 2_000,
  run: (count, seed) =>
    onThrowAway(async (cluster): Promise<Found> => {
      const world = await openWorldOn(cluster)
      try {
        const began = performance.now()
        const { reads, gaveBefore, gaveAfter, empty } = await proveRevocation(world, count, seed)
        const anHour = Math.round((count * 3_600_000) / (performance.now() - began))
        const { endings } = await proveRevocation(world, 16, seed, { remembered: true })
        return {
          cases: count,
          failures: gaveAfter.length + empty.length + (endings.length >= 5 ? 0 : 1),
          summary: `eight read while it ends, in eight ways: ${number(reads)} reads, ${number(gaveBefore)} gave something before the end was acknowledged, ${gaveAfter.length} runs gave anything after; ${number(anHour)} runs an hour; of a remembered authority it is seen in ${endings.length} of 8 ways`,
          examples: [...gaveAfter, ...empty.map((name) => `nothing was given before: ${name}`)].slice(0, 10),
        }
      } finally {
        await world.close()
      }
    }),
}
