import { type Day, isBefore } from '#domain/day.ts'
import type { Cents } from '#domain/money.ts'
import type { Provenance } from '#domain/programme/provenance.ts'

/** What a volunteer may be given without tax, as policy with days on which it holds. All three limits hold at once. */
export interface AllowanceLimits {
  readonly from: Day
  /** The last day on which a source says so. */
  readonly until: Day
  /** An hour, from 21 years on and before. */
  readonly hour: Cents
  readonly hourYounger: Cents
  readonly month: Cents
  readonly year: Cents
  readonly source: string
  readonly prov: Provenance
}

const during = (year: number) => ({
  from: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
  until: Temporal.PlainDate.from({ year, month: 12, day: 31 }),
})
const taxOffice = 'belastingdienst.nl, Vrijwilligersvergoedingen'

/** A law that changes is a line more; what was approved before keeps the amounts of its own month. */
export const allowanceLimits: readonly AllowanceLimits[] = [
  {
    ...during(2023),
    hour: 500,
    hourYounger: 275,
    month: 19_000,
    year: 190_000,
    source: taxOffice,
    prov: 'opened_source',
  },
  {
    ...during(2024),
    hour: 550,
    hourYounger: 325,
    month: 21_000,
    year: 210_000,
    source: taxOffice,
    prov: 'opened_source',
  },
  {
    ...during(2025),
    hour: 560,
    hourYounger: 330,
    month: 21_000,
    year: 210_000,
    source: 'kennisnetwerk-belastingen-toeslagen.nl, 2025',
    prov: 'opened_source',
  },
]

/**
 * Those of this day. After the last year that a source speaks of, its amounts go on as something to confirm: they have
 * never gone down, so whoever keeps to them is on the careful side. `null` before the first.
 */
export function limitsOn(
  day: Day,
  limits: readonly AllowanceLimits[] = allowanceLimits,
): AllowanceLimits | null {
  const found = limits.findLast(({ from }) => !isBefore(day, from))
  if (!found) return null
  return isBefore(found.until, day) ? { ...found, prov: 'to_confirm' } : found
}
