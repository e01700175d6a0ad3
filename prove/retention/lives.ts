import type { Day } from '#domain/day.ts'
import { type NightDeed, type NightFacts, nightDeed, restsUntil } from '#domain/erasure/putting-away.ts'
import { isPastTerm, type Kept, rulesFor } from '#domain/erasure/retention.ts'
import { legalRegimes } from '#domain/erasure/retention-terms.ts'
import type { Chance } from '#simulation/chance.ts'

/** What happens in one life, day by day over twenty-five years, as it is drawn: known before Naast is asked anything. */
export interface Life {
  readonly kept: (day: number) => readonly Kept[]
  readonly holds: readonly { readonly from: number; readonly until: number }[]
  /** Days on which somebody takes it out, if it is put away then. */
  readonly takenOut: readonly number[]
  /** From this day nothing new happens in it, and its term as the drawer reckons it, in days; `null`: it never ends. */
  readonly lastTerm: { readonly over: number } | null
}

export const start: Day = Temporal.PlainDate.from('2027-01-01')
export const lifeDays = 25 * 365
const on = (day: number): Day => start.add({ days: day })

/** Years and weeks by another road than the rules': month and day of a later year, or sevens of days. */
const afterYears = (from: number, years: number): number => {
  const { year, month, day } = on(from)
  const leap =
    month === 2 && day === 29 && !Temporal.PlainDate.from({ year: year + years, month: 1, day: 1 }).inLeapYear
  return start.until(Temporal.PlainDate.from({ year: year + years, month, day: leap ? 28 : day })).days
}

const regimeYears = { wgbo: 20, jeugdwet: 20, wmo2015: 15 } as const

/** A woman with one or two trajectories and perhaps a referral that led nowhere, or somebody who worked here. */
export function drawLife(chance: Chance): Life {
  const day = (most: number) => chance.between(0, most)
  const holds = Array.from({ length: chance.between(0, 2) }, () => {
    const from = day(lifeDays)
    return { from, until: from + chance.between(1, 730) }
  })
  const takenOut = Array.from({ length: chance.between(0, 2) }, () => day(lifeDays))
  if (chance.between(0, 3) === 0) {
    const kind = (['worker', 'application', 'account'] as const)[chance.between(0, 2)] ?? 'worker'
    const left = day(lifeDays)
    const over = kind === 'application' ? left + 28 : afterYears(left, kind === 'worker' ? 2 : 5)
    return {
      kept: (at) => [{ kind, endedOn: at >= left ? on(left) : null }],
      holds,
      takenOut,
      lastTerm: { over },
    }
  }
  const regimes = legalRegimes.filter(() => chance.between(0, 5) === 0)
  const first = day(Math.floor(lifeDays / 3))
  const parts = Array.from({ length: chance.between(1, 2) }, () => {
    // What comes after her file is gone is somebody new to Naast: what is drawn of one life hangs together.
    const from = first + chance.between(0, 60)
    const closed = from + chance.between(61, 900)
    const written = chance.between(0, 2) === 0 ? closed + chance.between(1, 300) : null
    const years = chance.between(0, 1) === 0 ? null : chance.between(1, 6)
    const rule =
      years === null
        ? null
        : { years, from: (['end', 'last_change', 'each_item'] as const)[chance.between(0, 2)] ?? 'end' }
    return { from, closed, written, rule }
  })
  const referral = chance.between(0, 1) === 0 ? first + chance.between(0, 60) : null
  const terms = parts.flatMap(({ closed, written, rule }) => {
    const last = Math.max(closed, written ?? closed)
    return [
      rule ? afterYears(rule.from === 'end' ? closed : last, rule.years) : afterYears(closed, 2),
      ...regimes.map((regime) => afterYears(last, regimeYears[regime])),
    ]
  })
  if (referral !== null) terms.push(referral + 42)
  return {
    // Before it begins there is no trajectory; from its beginning to its closing it goes on.
    kept: (at) => [
      ...parts
        .filter(({ from }) => at >= from)
        .flatMap(({ closed, written, rule }) =>
          rulesFor(rule, regimes).map((one) => ({
            kind: 'trajectory' as const,
            closedOn: at >= closed ? on(closed) : null,
            lastItemOn: written !== null && at >= written ? on(written) : null,
            ...one,
          })),
        ),
      ...(referral !== null && at >= referral
        ? [{ kind: 'referral' as const, decidedOn: on(referral) }]
        : []),
    ],
    holds,
    takenOut,
    lastTerm: { over: Math.max(...terms) },
  }
}

export interface Lived {
  readonly shreddedOn: number | null
  readonly hiddenDays: readonly number[]
  /** It was destroyed or put away on a day on which it might not be. */
  readonly wrong: readonly string[]
}
/** A part of the rules that is left out, to see that it is missed. */
export type Fault = 'hold' | 'term' | 'waiting'

const broken = (facts: NightFacts, today: Day, fault: Fault | null): NightDeed => {
  if (fault === 'hold') return nightDeed({ ...facts, held: false }, today)
  if (fault === 'term') return nightDeed({ ...facts, past: true }, today)
  if (fault === 'waiting' && facts.hiddenOn) return facts.past && !facts.held ? 'shred' : 'leave'
  return nightDeed(facts, today)
}

/** Lives it night by night, and holds each deed against what was drawn. */
export function live(life: Life, fault: Fault | null = null): Lived {
  const wrong: string[] = []
  const hiddenDays: number[] = []
  let hidden: number | null = null
  let restUntil = -1
  for (let day = 0; day <= lifeDays + 2_000; day += 1) {
    const today = on(day)
    if (hidden !== null && life.takenOut.includes(day)) {
      hidden = null
      restUntil = start.until(restsUntil(today)).days
    }
    const holding = life.holds.some(({ from, until }) => from <= day && day <= until)
    const resting = day <= restUntil
    const kept = life.kept(day)
    const facts: NightFacts = {
      past: isPastTerm(kept, today),
      held: holding || resting,
      hiddenOn: hidden === null ? null : on(hidden),
    }
    const deed = broken(facts, today, fault)
    const ripe = hidden !== null && day - hidden >= 30
    const said = (what: string) => wrong.push(`${what} on day ${day}`)
    if (deed === 'hide') {
      if (holding) said('put away though held')
      if (resting) said('put away though just taken out')
      if (kept.some((one) => one.kind === 'trajectory' && one.closedOn === null))
        said('put away while she is helped')
      hidden = day
      hiddenDays.push(day)
    }
    if (deed === 'bring-back') hidden = null
    if (hidden !== null && deed === 'leave' && !facts.past) said('stays away though its term is not over')
    if (deed === 'shred') {
      if (!ripe) said('destroyed before its days were over')
      if (holding) said('destroyed though held')
      if (!facts.past) said('destroyed before its term was over')
      return { shreddedOn: day, hiddenDays, wrong }
    }
  }
  return { shreddedOn: null, hiddenDays, wrong }
}

/** The last day on which it may still be there: term, days, holds and rests, each as long as it can last. */
export const latestGone = ({ lastTerm, holds, takenOut }: Life): number | null =>
  lastTerm === null
    ? null
    : holds
        .toSorted((a, b) => a.from - b.from)
        .reduce((at, { until }) => Math.max(at, until), lastTerm.over) +
      1 +
      30 +
      takenOut.length * (90 + 31) +
      1
