import type { Day } from '#domain/day.ts'
import type { Role } from '#domain/member/role.ts'
import type { FidelityRule } from '#domain/programme/definition.ts'

/**
 * A signal: a fidelity rule of a trajectory's programme that holds (domain.md 6.2 to 6.7). It arises when the rule
 * comes true and ends when it no longer is, by what people do or by the clock; never because somebody looked away.
 */
export type Severity = FidelityRule['severity']
export type Owner = FidelityRule['owner']

/** What weighs most comes first: what stops work, what breaks the method, what is about to, what is good to know. */
export const bySeverity = ['block', 'breach', 'warn', 'info'] as const satisfies readonly Severity[]
export const owners = [
  'safeguarding_lead',
  'coordinator',
  'worker',
  'manager',
] as const satisfies readonly Owner[]

/** The role that answers for the signals of each owner. */
export const roleOf = {
  worker: 'worker',
  coordinator: 'coordinator',
  manager: 'programme_manager',
  safeguarding_lead: 'safeguarding_lead',
} as const satisfies Record<Owner, Role>

/** What was done about it, in one tap. Some of these are themselves facts that rules ask for; see `case-facts.ts`. */
export const deeds = [
  'spoke_with_mother',
  'spoke_with_worker',
  'supervised',
  'partner_noted',
  'arranged',
  'reviewed',
  'accepted',
] as const
export type Deed = (typeof deeds)[number]

/** Deeds that only mean something where a rule asks for the fact they make. */
const madeFor: Partial<Record<Deed, string>> = {
  supervised: 'daysSinceSupervision',
  partner_noted: 'partnerContactRecorded',
}

/** What may be said to be done about a signal of this rule. Danger is never just accepted. */
export const deedsFor = (rule: Pick<FidelityRule, 'severity'>, facts: readonly string[]): readonly Deed[] =>
  deeds.filter((deed) => {
    const fact = madeFor[deed]
    if (fact !== undefined) return facts.includes(fact)
    return deed !== 'accepted' || !isDanger(rule.severity)
  })

export const isDanger = (severity: Severity): boolean => severity === 'breach' || severity === 'block'

/** So long it leaves the worklist once something was done: what was done needs some time to end it. */
const quietDays: Record<Severity, number> = { info: 30, warn: 7, breach: 1, block: 1 }
const acceptedDays = 90
/** What is over can't be mended any more: once accepted it doesn't come back. */
const forGoodDays = 3650

export const quietAfter = (severity: Severity, deed: Deed, closed: boolean, today: Day): Day =>
  today.add({ days: deed === 'accepted' ? (closed ? forGoodDays : acceptedDays) : quietDays[severity] })

/** Why it may wait. */
export const snoozeReasons = ['waiting_for_answer', 'appointment_made', 'mother_away', 'worker_away'] as const

/** So many days it may wait at most. Danger waits a day and no longer. */
export const mostSnoozeDays: Record<Severity, number> = { info: 30, warn: 14, breach: 1, block: 1 }

/** Why work may go on although a rule stops it; for rules that may be set aside at all. */
export const asideReasons = [
  'renewal_underway',
  'someone_goes_along',
  'by_phone_only',
  'decided_with_manager',
] as const
