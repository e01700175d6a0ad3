import type { SafetyClass } from '#domain/programme/safety-terms.ts'

/**
 * Whether phones may carry visits where there is no signal: nobody's, those of programmes that aren't of the gravest
 * class, or everybody's. The organisation says so, and until it does nothing is carried (decision 28).
 */
export const offlineRules = ['off', 'on', 'on_gravest'] as const
export type OfflineRule = (typeof offlineRules)[number]

const carried = {
  off: [],
  on: ['low_medium', 'high'],
  on_gravest: ['low_medium', 'high', 'very_high'],
} as const satisfies Record<OfflineRule, readonly SafetyClass[]>

export const mayBeCarried = (rule: OfflineRule, safetyClass: SafetyClass): boolean =>
  carried[rule].some((one) => one === safetyClass)

/** What the column says; whatever else it would say carries nothing. */
export const offlineRuleOf = (text: string): OfflineRule =>
  offlineRules.find((rule) => rule === text) ?? 'off'

/** The days of which a phone carries the visits: today and the week after it. */
export const carriedDays = 7
