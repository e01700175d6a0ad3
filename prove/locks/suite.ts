import { openWorldOn } from '#testing/world-on.ts'
import type { Found, Suite } from '../suite.ts'
import { onThrowAway } from '../throw-away.ts'
import { openWatched, type Proof, proveLocks, withoutWall } from './prove.ts'

const number = (of: number) => of.toLocaleString('en-GB')
const longest = 50
/** So many women in one house; then a new one, as lists that grow without end are slow. */
const inOneHouse = 200

export const locks: Suite = {
  name: 'locks',
  title: 'Who is locked out, or was given nobody, sees nothing of her (T4)',
  count: 10_000,
  run: (count, seed) =>
    onThrowAway(async (cluster): Promise<Found> => {
      const total = { sequences: 0, steps: 0, done: 0, compared: 0, told: [] as string[] }
      const add = (proof: Proof) => {
        for (const key of ['sequences', 'steps', 'done', 'compared'] as const) total[key] += proof[key]
        total.told.push(...proof.told)
      }
      const inHouse = async (work: (watched: Awaited<ReturnType<typeof openWatched>>) => Promise<void>) => {
        const world = await openWorldOn(cluster)
        try {
          const watched = await openWatched(world)
          await work(watched).finally(() => watched.close())
        } finally {
          await world.close()
        }
      }
      const began = performance.now()
      for (let at = 0; at < count; at += inOneHouse)
        await inHouse(async (watched) =>
          add(
            await proveLocks(watched, { count: Math.min(inOneHouse, count - at), longest, seed: seed + at }),
          ),
        )
      const anHour = Math.round((count * 3_600_000) / (performance.now() - began))
      let without = 0
      await inHouse(async (watched) => {
        await withoutWall(watched.world)
        without = (await proveLocks(watched, { count: 3, longest: 8, seed })).told.length
      })
      return {
        cases: total.sequences,
        failures: total.told.length + (without > 3 ? 0 : 1),
        summary: `sequences of at most ${longest} steps: ${number(total.steps)} steps, ${number(total.done)} of them done and the rest refused by a rule; ${number(total.compared)} comparisons of pages for three people, ${total.told.length} told anything or hid what he may see; ${number(anHour)} sequences an hour; without the policies ${without} tell`,
        examples: total.told.slice(0, 20),
      }
    }),
}
