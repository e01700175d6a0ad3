import { proposal } from './sourced.ts'

/**
 * No method's text says how long two try it out, how visits wind down or when somebody asks how she is after it; only
 * that the ending matters (avoiding dependency, managing endings: McLeish & Redshaw 2015). The numbers are ours.
 */
export const matchLife = {
  trialDays: proposal(42),
  taper: proposal({ days: 84, gapDays: 28 }),
  askAfterMonths: proposal(3),
}
