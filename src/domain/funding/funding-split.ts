import { type Day, isBefore } from '#domain/day.ts'
import type { Month } from '#domain/month.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** A whole, in hundredths of a percent: 33.33 % is 3333, so that a share that was agreed is kept as it was agreed. */
export const wholeShare = 10_000

export interface FundShare {
  readonly funder: string
  /** Of the places, and of the visits and meetings that belong to them. */
  readonly places: number
  /** Of the hours that coordinators work for the programme. */
  readonly hours: number
}
/** Agreed with the funders, or what somebody thinks as long as they didn't say so. */
export const splitStandings = ['agreed', 'to_confirm'] as const
export type SplitStanding = (typeof splitStandings)[number]

/** Which fund pays which part of a programme, from a month on until the next split. */
export interface FundingSplit {
  readonly from: Month
  /** Counts up; of two from the same month the later one holds. */
  readonly number: number
  readonly standing: SplitStanding
  readonly shares: readonly FundShare[]
}

/** The split that holds on a day; `null` where none does. */
export const splitOn = (splits: readonly FundingSplit[], day: Day): FundingSplit | null =>
  splits
    .filter(({ from }) => !isBefore(day, from))
    .toSorted((a, b) => (a.from.equals(b.from) ? a.number - b.number : isBefore(a.from, b.from) ? -1 : 1))
    .at(-1) ?? null

/** Both columns add up to a whole, over funders that the programme has, each once. */
export function mayDivide(
  shares: readonly FundShare[],
  funders: readonly string[],
): true | Refusal<'split-unknown-funder' | 'split-not-whole'> {
  const named = shares.map(({ funder }) => funder)
  if (new Set(named).size !== named.length || named.some((one) => !funders.includes(one)))
    return refuse('split-unknown-funder')
  const sum = (of: 'places' | 'hours') => shares.reduce((all, share) => all + share[of], 0)
  return sum('places') === wholeShare && sum('hours') === wholeShare ? true : refuse('split-not-whole')
}

/** Reads a percentage as people type it: `60`, `33,33`, `12.5 %`; nothing typed is nought. `null` for anything else. */
export function readTypedShare(text: string): number | null {
  const typed = text.normalize('NFKC').replace('%', '').trim()
  if (typed === '') return 0
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(typed)
  if (!found) return null
  const share = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return share <= wholeShare ? share : null
}

/** Reads hours as people type them, in minutes: `36`, `36,5`, `36:30`. `null` for anything else. */
export function readTypedHours(text: string): number | null {
  const typed = text.normalize('NFKC').trim()
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(typed)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const found = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(typed)
  return found ? Math.round((Number(`${found[1]}.${found[2] ?? 0}`) * 600) / 10) : null
}
