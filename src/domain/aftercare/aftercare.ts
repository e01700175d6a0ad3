import type { Day } from '#domain/day.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { addWorkingDays } from '#domain/working-days.ts'

/**
 * After something heavy somebody talks with the worker herself (peers.md C 10, "mentor's own safety"). When no source
 * says how soon, this is a proposal of ours: after danger the next working day, else within three.
 */
export const aftercareReasons = ['danger', 'heavy_contact', 'asked'] as const
export type AftercareReason = (typeof aftercareReasons)[number]

export const workingDaysUntil = { danger: 1, heavy_contact: 3, asked: 3 } as const satisfies Record<
  AftercareReason,
  number
>
export const aftercareDay = (because: AftercareReason, today: Day): Day =>
  addWorkingDays(today, workingDaysUntil[because])

export const aftercareStates = ['planned', 'done', 'declined'] as const
export type AftercareState = (typeof aftercareStates)[number]
export type AftercareEnding = Exclude<AftercareState, 'planned'>
export const aftercareEndings = ['done', 'declined'] as const satisfies AftercareEnding[]

export const endAftercare = (
  state: AftercareState,
  ending: AftercareEnding,
): AftercareEnding | Refusal<'not-from-this-state'> =>
  state === 'planned' ? ending : refuse('not-from-this-state')

/** A worker asks for it and may say that she needn't; that it was held, says who held it. */
export const aftercarePolicy = {
  ask: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'worker'),
  decline: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'worker'),
  lead: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
} as const
