import { type ComposeQuestion, groupCost } from './question.ts'

/** In which group each woman is; `-1`: in none. */
export type Seats = Int32Array

/** What this composition is worth in all, in whole points. */
export function worthOf(question: ComposeQuestion, seats: Seats): number {
  let worth = 0
  for (const [i, prize] of question.prize.entries()) if ((seats[i] ?? -1) >= 0) worth += prize
  for (const g of question.groups.keys()) worth -= costOf(question, g, members(seats, g))
  return worth
}

export function members(seats: Seats, g: number): number[] {
  const inIt: number[] = []
  for (const [i, seat] of seats.entries()) if (seat === g) inIt.push(i)
  return inIt
}

/** What a group takes from it: that it is opened, and whose trait is that of more than half of it. */
export function costOf(question: ComposeQuestion, g: number, inIt: readonly number[]): number {
  const group = question.groups[g]
  if (!group || inIt.length === 0) return 0
  const size = group.taken + inIt.length
  const count = [...group.seated]
  for (const i of inIt) for (const a of question.traits[i] ?? []) count[a] = (count[a] ?? 0) + 1
  let cost = group.need > 0 ? groupCost : 0
  for (const [a, many] of count.entries()) cost += (question.points[a] ?? 0) * Math.max(0, 2 * many - size)
  return cost
}

/**
 * No composition is worth more than this, whatever keeps women apart: the dearest of those who fit anywhere, as many as
 * there are seats. What is known without solving anything.
 */
export function roughBound(question: ComposeQuestion): number {
  const seats = question.groups.reduce((sum, { room }) => sum + room, 0)
  return question.prize
    .filter((_, i) => (question.fits[i]?.length ?? 0) > 0)
    .sort((a, b) => b - a)
    .slice(0, seats)
    .reduce((sum, prize) => sum + prize, 0)
}
