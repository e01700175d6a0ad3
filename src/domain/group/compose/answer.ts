import { type ComposeQuestion, groupCost } from './question.ts'
import type { Found } from './search.ts'
import { roughBound, type Seats, worthOf } from './worth.ts'

/** What a solver says: its seats if it has any, and what no composition can be worth more than. */
export interface Solved {
  readonly seats: Seats | null
  readonly bound: number
}

/** A composition with how far from the best it can be at most. `seats` is `null` where none is possible. */
export interface ComposeAnswer {
  readonly seats: Seats | null
  readonly worth: number
  /** No composition is worth more. */
  readonly bound: number
  readonly by: 'solver' | 'search'
}

/** Takes the better of the two, and always a bound: the solver's, or the one that is known without it. */
export function answerOf(
  question: ComposeQuestion,
  found: Found | null,
  solved: Solved | null,
): ComposeAnswer {
  const bySolver = solved?.seats ? { seats: solved.seats, worth: worthOf(question, solved.seats) } : null
  const best = bySolver && (!found || bySolver.worth >= found.worth) ? bySolver : found
  const rough = roughBound(question)
  const bound = Math.min(rough, solved ? Math.floor(solved.bound + rounding) : rough)
  return {
    seats: best?.seats ?? null,
    worth: best?.worth ?? 0,
    // A bound below what was found would be the solver's own rounding: what was found is checked.
    bound: Math.max(bound, best?.worth ?? 0),
    by: best !== null && best === bySolver ? 'solver' : 'search',
  }
}
/** Worths are whole; a solver's bound isn't quite. */
const rounding = 0.01

/** How many women more a better composition could place at most, with all who have a seat in this one. */
export function atMostMore(question: ComposeQuestion, { seats, worth, bound }: ComposeAnswer): number {
  const out = question.prize.filter((_, i) => (seats?.[i] ?? -1) < 0 && (question.fits[i]?.length ?? 0) > 0)
  const placed = seats ? seats.filter((g) => g >= 0).length : 0
  const places = question.groups.reduce((sum, { room }) => sum + room, 0)
  if (bound <= worth) return 0
  // What the mix of this one costs could be won as well: it is no reason for fewer women.
  const spare = bound - worth + mostCost(question)
  let [more, sum] = [0, 0]
  for (const prize of out.sort((a, b) => a - b)) {
    sum += prize
    if (sum > spare) break
    more += 1
  }
  return Math.min(more, Math.max(0, places - placed))
}

/**
 * What opening every group and the least varied mix would cost: a trait that `n` of a group have takes at most `n` times
 * its points, and counted over all traits `n` is what those who are in it have already and what who could join bring.
 */
function mostCost({ groups, points, traits }: ComposeQuestion): number {
  const dearest = Math.max(0, ...points)
  const brings = Math.max(0, ...traits.map((some) => some.length))
  return groups.reduce((sum, { need, seated, room }) => {
    const had = seated.reduce((many, more) => many + more, 0)
    return sum + (need > 0 ? groupCost : 0) + dearest * (had + brings * room)
  }, 0)
}
