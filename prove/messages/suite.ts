import type { Found, Suite } from '../suite.ts'
import { leaveOut, proveMessages } from './prove.ts'

const number = (of: number) => of.toLocaleString('en-GB')

/** Every control must be missed when it is left out: else this proves nothing about it. */
const missed = (seed: number) =>
  Object.entries(leaveOut).filter(
    ([, without]) => proveMessages(50_000, seed, { without, enough: 1 }).unsafeSent.length > 0,
  )

export const messages: Suite = {
  name: 'messages',
  title: 'No unsafe message is sent (T23)',
  count: 1_000_000,
  run(count, seed): Found {
    const { unsafe, unsafeSent, safe, safeRefused } = proveMessages(count, seed)
    const controls = Object.keys(leaveOut).length
    const mattering = missed(seed).length
    return {
      cases: count,
      failures: unsafeSent.length + safeRefused.length + controls - mattering,
      summary: `${number(unsafe)} unsafe, ${number(unsafeSent.length)} of them sent; ${number(safe)} safe, ${number(safeRefused.length)} of them refused; ${mattering} of ${controls} controls missed when left out`,
      examples: [...unsafeSent, ...safeRefused].slice(0, 10),
    }
  },
}
