import type { ComposeQuestion } from './question.ts'
import { type Seats, worthOf } from './worth.ts'

/** The best of all compositions by looking at every one: for tests, up to some ten women. `null`: none is allowed. */
export function bestByTrying(question: ComposeQuestion): { worth: number; seats: Seats } | null {
  let best: { worth: number; seats: Seats } | null = null
  const seats: Seats = new Int32Array(question.prize.length).fill(-1)
  const size = question.groups.map(() => 0)
  const look = (i: number): void => {
    if (i === seats.length) {
      if (question.groups.some(({ need, room }, g) => !wholeSize(size[g] ?? 0, need, room))) return
      const worth = worthOf(question, seats)
      if (best === null || worth > best.worth) best = { worth, seats: seats.slice() }
      return
    }
    const put = question.put[i] ?? -1
    for (const g of put >= 0 ? [put] : [-1, ...(question.fits[i] ?? [])]) {
      if (g >= 0 && question.apart[i]?.some((j) => j < i && seats[j] === g)) continue
      seats[i] = g
      if (g >= 0) size[g] = (size[g] ?? 0) + 1
      look(i + 1)
      if (g >= 0) size[g] = (size[g] ?? 0) - 1
      seats[i] = -1
    }
  }
  look(0)
  return best
}
const wholeSize = (size: number, need: number, room: number) => size <= room && (size === 0 || size >= need)
