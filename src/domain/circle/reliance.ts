import { compareDays, type Day } from '#domain/day.ts'

/** On how many people she says she can rely; `null` if she'd rather not say, which is never none. */
export interface Reliance {
  readonly on: Day
  readonly count: number | null
  /** The programme's moment at which it was asked; `null` if it was asked freely. */
  readonly moment: string | null
}

/** Two digits: nobody counts further, and a number that is longer is a slip of the pen. */
export const mostReliedOn = 99

/** Reads what came back: a whole number from 0 to 99, or that she'd rather not. */
export function readReliance(
  given: string,
  ratherNot: boolean,
): { readonly count: number | null } | { readonly wrong: 'required' | 'number-or-not' | 'not-a-count' } {
  const text = given.trim()
  if (ratherNot) return text === '' ? { count: null } : { wrong: 'number-or-not' }
  if (text === '') return { wrong: 'required' }
  return /^\d{1,2}$/.test(text) ? { count: Number(text) } : { wrong: 'not-a-count' }
}

/** One a day, the last that was said; the oldest first. A moment at which she was asked that day stays known. */
export function reliancesByDay(said: readonly Reliance[]): readonly Reliance[] {
  const days = new Map<string, Reliance>()
  for (const one of said) {
    const before = days.get(one.on.toString())
    days.set(one.on.toString(), { ...one, moment: one.moment ?? before?.moment ?? null })
  }
  return [...days.values()].toSorted((a, b) => compareDays(a.on, b.on))
}

/** The stretches that a line runs through: what she didn't say is a gap and no point on it. */
export function stretches(said: readonly Reliance[]): readonly (readonly Reliance[])[] {
  const runs: Reliance[][] = [[]]
  for (const one of said)
    if (one.count === null) runs.push([])
    else runs.at(-1)?.push(one)
  return runs.filter((run) => run.length > 0)
}

/** Moments at which the programme asks and nobody did yet, of those whose day has come. */
export const momentsOpen = (
  askAt: readonly string[],
  come: ReadonlySet<string>,
  said: readonly Pick<Reliance, 'moment'>[],
): readonly string[] =>
  askAt.filter((moment) => come.has(moment) && !said.some((one) => one.moment === moment))
