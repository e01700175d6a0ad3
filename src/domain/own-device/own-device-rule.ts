import type { SafetyClass } from '#domain/programme/safety-terms.ts'

/** Whether women may answer on their own device: the organisation says so, and until it does nobody may (decision 42). */
export const ownDeviceRules = ['off', 'on'] as const
export type OwnDeviceRule = (typeof ownDeviceRules)[number]

/** Never in programmes of the gravest class, whoever switches it on: there somebody who looks at her phone is the rule. */
const classes = {
  off: [],
  on: ['low_medium', 'high'],
} as const satisfies Record<OwnDeviceRule, readonly SafetyClass[]>

export const isClassFor = (rule: OwnDeviceRule, safetyClass: SafetyClass): boolean =>
  classes[rule].some((one) => one === safetyClass)

/** What the column says; whatever else it would say is off. */
export const ownDeviceRuleOf = (text: string): OwnDeviceRule =>
  ownDeviceRules.find((rule) => rule === text) ?? 'off'

/** So long a code is good, from when it was given until everything is sent: ours, to be confirmed. */
export const minutesGood = 60
