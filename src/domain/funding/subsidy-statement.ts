import { apportion } from '#domain/funding/apportion.ts'
import { type FundingSplit, type FundShare, splitOn, wholeShare } from '#domain/funding/funding-split.ts'
import { lastOf, type Month } from '#domain/month.ts'

/**
 * What is accounted for to funders (domain.md 7.4, R10). Visits and meetings go by the shares of the places, as they are
 * for the women in them; the hours of coordinators by shares of their own.
 */
export const statementLines = ['places', 'visits', 'meetings', 'coordination'] as const
export type StatementLineId = (typeof statementLines)[number]

/** Minutes by month (`2026-11`), and of how many different people over the whole period. */
export interface Worked {
  readonly minutes: ReadonlyMap<string, number>
  readonly people: number
}
export interface ToState {
  /** In order; those of a year that runs, up to now. */
  readonly months: readonly Month[]
  readonly funders: readonly string[]
  readonly splits: readonly FundingSplit[]
  /** How many trajectories ran in these months. */
  readonly places: number
  readonly visits: Worked & { readonly women: number }
  readonly meetings: Worked
  readonly coordination: Worked
  /** Counts of fewer are hidden; 0 hides nothing. */
  readonly least: number
}

/** In tenths: of a place, or of an hour. `null` is hidden, with all its parts: one part and the shares give the rest. */
export interface StatementLine {
  readonly id: StatementLineId
  readonly whole: number | null
  /** For each funder, and last what no split was said for. */
  readonly parts: readonly (number | null)[]
}

const keyOf = (month: Month): string => month.toString().slice(0, 7)

/** Each line divided over the funders; the parts of a line add up to its whole as it is shown, to the last tenth. */
export function stateSubsidy(asked: ToState): readonly StatementLine[] {
  const { months, least } = asked
  const isSmall = (count: number) => count > 0 && count < least
  const days = new Map(months.map((month) => [keyOf(month), lastOf(month).day]))
  const line = (
    id: StatementLineId,
    of: keyof Omit<FundShare, 'funder'>,
    amounts: ReadonlyMap<string, number>,
    { tenths, hidden }: { tenths: number; hidden: boolean },
  ): StatementLine => {
    const weights = weigh(asked, of, amounts)
    if (hidden) return { id, whole: null, parts: weights.map(() => null) }
    return { id, whole: tenths, parts: apportion(tenths, weights) }
  }
  const { places, visits, meetings, coordination } = asked
  return [
    line('places', 'places', days, { tenths: places * 10, hidden: isSmall(places) }),
    line('visits', 'places', visits.minutes, {
      tenths: inTenths(visits, months),
      hidden: isSmall(visits.people) || isSmall(visits.women),
    }),
    line('meetings', 'places', meetings.minutes, {
      tenths: inTenths(meetings, months),
      hidden: isSmall(meetings.people) || isSmall(places),
    }),
    // What a manager typed herself; of how many coordinators it is stands beside it.
    line('coordination', 'hours', coordination.minutes, {
      tenths: inTenths(coordination, months),
      hidden: false,
    }),
  ]
}

/** For each funder, and last for nobody: every month weighs what was done in it, times the shares that held. */
function weigh(
  { months, funders, splits }: ToState,
  of: keyof Omit<FundShare, 'funder'>,
  amounts: ReadonlyMap<string, number>,
): readonly bigint[] {
  const weights = [...funders, null].map(() => 0n)
  for (const month of months) {
    const amount = BigInt(amounts.get(keyOf(month)) ?? 0)
    const split = splitOn(splits, month)
    for (const [at, funder] of [...funders, null].entries()) {
      const share = funder && split?.shares.find((one) => one.funder === funder)?.[of]
      const part = split ? (share ?? 0) || 0 : funder === null ? wholeShare : 0
      weights[at] = (weights[at] ?? 0n) + amount * BigInt(part)
    }
  }
  return weights
}

/** An hour in tenths, half a tenth up: rounded once over the whole period, and divided after that. */
const inTenths = ({ minutes }: Worked, months: readonly Month[]): number =>
  Math.round(months.reduce((all, month) => all + (minutes.get(keyOf(month)) ?? 0), 0) / 6)

/** All hours together, by funder; `null` where one of them is hidden, as it would be left over. */
export function hoursTogether(lines: readonly StatementLine[]): Omit<StatementLine, 'id'> {
  const hours = lines.filter(({ id }) => id !== 'places')
  const add = (values: readonly (number | null)[]): number | null =>
    values.reduce((all: number | null, one) => (all === null || one === null ? null : all + one), 0)
  return {
    whole: add(hours.map(({ whole }) => whole)),
    parts: (hours[0]?.parts ?? []).map((_, at) => add(hours.map(({ parts }) => parts[at] ?? null))),
  }
}

/** The months of a period that have begun, in order. */
export function monthsBegun(from: Month, until: Month, today: Month): readonly Month[] {
  const months: Month[] = []
  for (let month = from.with({ day: 1 }); ; month = month.add({ months: 1 })) {
    if (Temporal.PlainDate.compare(month, until) > 0 || Temporal.PlainDate.compare(month, today) > 0)
      return months
    months.push(month)
  }
}
