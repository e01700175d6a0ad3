import type { Found, Suite } from '../suite.ts'
import { leaveOut, proveSealing } from './prove.ts'

const number = (of: number) => of.toLocaleString('en-GB')

export const sealing: Suite = {
  name: 'sealing',
  title: 'A sealed value opens only as it was, where it was (T10)',
  count: 100_000,
  run(count, seed): Found {
    const { tried, broken, fooled } = proveSealing(count, seed)
    const controls = Object.values(leaveOut)
    const missed = controls.filter((without) => {
      const worse = proveSealing(2_000, seed, without)
      return worse.broken.length + worse.fooled.length > 0
    }).length
    return {
      cases: count + tried,
      failures: broken.length + fooled.length + controls.length - missed,
      summary: `${number(count)} sealed and opened, no beginning used twice; ${number(tried)} changed, moved or cut short, ${number(fooled.length)} of them opened; ${missed} of ${controls.length} controls missed when left out`,
      examples: [...broken, ...fooled].slice(0, 10),
    }
  },
}
