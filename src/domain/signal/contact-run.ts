/**
 * The contacts that took place or fell through, in the order in which that became known, a letter each: short enough to
 * be read for a hundred thousand trajectories at once.
 * `t` took place, with a talk sheet; `d` took place without one; `n` nobody was in; called off by `m` the mother,
 * `w` the worker, `p` the partner or `o` somebody else.
 */
export type ContactRun = string

const calledOffBy: Record<string, string> = { m: 'mother', w: 'worker', p: 'partner', o: 'other' }
const tookPlace = (letter: string | undefined): boolean => letter === 't' || letter === 'd'

const lastOnes = (run: ContactRun, fits: (letter: string) => boolean): number => {
  let count = 0
  for (let at = run.length - 1; at >= 0 && fits(run.charAt(at)); at -= 1) count += 1
  return count
}

/** How many fell through one after the other, up to now: a missed visit may be a sign of danger (domain.md 6.2). */
export const fellThroughInARow = (run: ContactRun): number => lastOnes(run, (letter) => !tookPlace(letter))

/** Visits in a row, up to the last, without a talk sheet; what fell through neither counts nor breaks the row. */
export const withoutTalkSheetInARow = (run: ContactRun): number =>
  lastOnes([...run].filter(tookPlace).join(''), (letter) => letter === 'd')

/** Who called off the last one; `null` if it took place or if nobody was in. */
export const lastCalledOffBy = (run: ContactRun): string | null => calledOffBy[run.at(-1) ?? ''] ?? null
