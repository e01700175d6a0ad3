import { type Day, isBefore } from '#domain/day.ts'
import type { AllowanceLimits } from '#domain/expense/allowance-limits.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * What an organisation gives: cents for a kilometre, cents for an hour (from 21 years on, and before), and how many
 * minutes of preparation a visit counts for. Each from a day on; without one it isn't given and nobody is asked for it.
 */
export const rateKinds = ['kilometre', 'hour', 'hour_younger', 'preparation'] as const
export type RateKind = (typeof rateKinds)[number]

export interface Rate {
  readonly kind: RateKind
  /** Cents, or minutes of preparation. Nought ends it. */
  readonly value: number
  readonly from: Day
}

const most: Readonly<Record<RateKind, number>> = {
  kilometre: 200,
  hour: 2_000,
  hour_younger: 2_000,
  preparation: 120,
}

/** What held on this day; `null` where nothing was given. */
export function rateOn(rates: readonly Rate[], kind: RateKind, day: Day): number | null {
  const held = rates
    .filter((rate) => rate.kind === kind && !isBefore(day, rate.from))
    .sort((a, b) => (isBefore(a.from, b.from) ? -1 : 1))
    .at(-1)
  return held && held.value > 0 ? held.value : null
}

/**
 * May this be given from that day on? Never over a day that has passed once something of its kind held: somebody may have
 * claimed by it. The first of a kind may begin this month.
 */
export function mayGive(
  rate: Rate,
  rates: readonly Rate[],
  { today, limits }: { readonly today: Day; readonly limits: AllowanceLimits | null },
): true | Refusal<'rate-in-the-past' | 'rate-there-already' | 'rate-too-high' | 'rate-over-limit'> {
  const ofKind = rates.filter(({ kind }) => kind === rate.kind)
  if (isBefore(rate.from, ofKind.length === 0 ? today.with({ day: 1 }) : today))
    return refuse('rate-in-the-past')
  if (ofKind.some(({ from }) => from.equals(rate.from))) return refuse('rate-there-already')
  if (!Number.isInteger(rate.value) || rate.value < 0 || rate.value > most[rate.kind])
    return refuse('rate-too-high')
  const hourly = limits && { hour: limits.hour, hour_younger: limits.hourYounger }
  if (hourly && (rate.kind === 'hour' || rate.kind === 'hour_younger') && rate.value > hourly[rate.kind])
    return refuse('rate-over-limit')
  return true
}
