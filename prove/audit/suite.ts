import { chanceOf } from '#simulation/chance.ts'
import { oneOfEach } from '#testing/one-of-each.ts'
import { openWorldOn } from '#testing/world-on.ts'
import type { Found, Suite } from '../suite.ts'
import { onThrowAway } from '../throw-away.ts'
import { everyCall, holdAgainstLog, holdWithoutLog, outsideNow, unfilled, unseenRows } from './lines.ts'
import { proveTampering, sealNow } from './prove.ts'

const number = (of: number) => of.toLocaleString('en-GB')

export const audit: Suite = {
  name: 'audit',
  title: 'The access log is whole, and who changes it is found (T12)',
  count: 1_000,
  run: (count, seed) =>
    onThrowAway(async (cluster): Promise<Found> => {
      const world = await openWorldOn(cluster)
      try {
        const chance = chanceOf(seed)
        const house = await oneOfEach(world)
        const all = everyCall(house)
        const calls = chance.some(all, all.length)
        const without = await holdWithoutLog(world, calls)
        const outside = await outsideNow(world)
        const silent = await holdAgainstLog(world, calls, 100, chance, { silent: true })
        const traced = await holdAgainstLog(world, calls, calls.length + count, chance)
        const rows = await unseenRows(world, outside)
        const fields = await unfilled(world)
        for (let piece = 0; piece < 6; piece += 1) {
          await holdAgainstLog(world, calls, 40, chance)
          await sealNow(world)
        }
        const tampered = await proveTampering(world, house, count, seed)
        const wrong = [...without.wrong, ...traced.wrong, ...rows, ...fields.wrong, ...tampered.missed]
        return {
          cases: without.calls + traced.calls + tampered.tried,
          failures: wrong.length + (silent.wrong.length > 0 ? 0 : 1),
          summary: `${number(traced.calls)} calls of ${number(calls.length)} kinds, ${number(traced.opened)} files opened, each named in one line; ${number(fields.lines)} lines with every field; with no line to be written ${number(without.calls)} calls gave nothing of anybody; ${number(tampered.tried)} times tampered in ${tampered.kinds} ways with ${tampered.seals} seals over ${number(tampered.lines)} lines, ${tampered.missed.length} missed, ${tampered.onlyByAnchor} found by the anchor alone; of lines that name nobody ${silent.wrong.length} of 100 are seen`,
          examples: wrong.slice(0, 20),
        }
      } finally {
        await world.close()
      }
    }),
}
