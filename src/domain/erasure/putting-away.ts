import { type Day, isBefore } from '#domain/day.ts'
import { isSecondPerson } from '#domain/member/second-person.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** Whose term is over: a woman's file, that of somebody who worked here, and the way in of a colleague who left. */
export const keptSubjects = ['file', 'worker', 'account'] as const
export type KeptSubject = (typeof keptSubjects)[number]

/** Between being put away and being destroyed (security design 3.10): long enough to see that it was a mistake. */
export const hiddenDays = 30
/** Somebody took it out for a reason: so long it isn't put away again (to confirm). */
export const restDays = 90

export const hidingStates = ['hidden', 'back', 'shredded'] as const
export type HidingState = (typeof hidingStates)[number]
/** Why somebody takes a file out again; the last two are Naast's own. */
export const backReasons = ['still_needed', 'asked_for', 'wrong_term', 'request_open'] as const
export type BackReason = (typeof backReasons)[number] | 'term_moved' | 'stopped'

export const shredOn = (hiddenOn: Day): Day => hiddenOn.add({ days: hiddenDays })
export const restsUntil = (backOn: Day): Day => backOn.add({ days: restDays })

export interface NightFacts {
  /** Today is after the last day of the longest of its terms. */
  readonly past: boolean
  /** A hold is in force, a meldcode or a request of hers is open, or it rests because somebody took it out. */
  readonly held: boolean
  readonly hiddenOn: Day | null
}
export type NightDeed = 'hide' | 'shred' | 'bring-back' | 'leave'

/**
 * What the night does with one file. Nothing is destroyed that wasn't put away for its days first, nothing that is held,
 * and what isn't past its term after all comes back by itself.
 */
export function nightDeed({ past, held, hiddenOn }: NightFacts, today: Day): NightDeed {
  if (hiddenOn === null) return past && !held ? 'hide' : 'leave'
  if (!past) return 'bring-back'
  return held || isBefore(today, shredOn(hiddenOn)) ? 'leave' : 'shred'
}

/** Whether Naast acts by itself: only once one person asked it and another agreed. Nobody needs a second to stop it. */
export const settingStates = ['asked', 'standing', 'refused', 'withdrawn', 'replaced', 'stopped'] as const
export type SettingState = (typeof settingStates)[number]

const steps = {
  agree: { from: ['asked'], to: 'standing' },
  refuse: { from: ['asked'], to: 'refused' },
  withdraw: { from: ['asked'], to: 'withdrawn' },
  replace: { from: ['standing'], to: 'replaced' },
  stop: { from: ['standing'], to: 'stopped' },
} as const satisfies Record<string, { from: readonly SettingState[]; to: SettingState }>
export type SettingStep = keyof typeof steps

export const maySettingStep = (state: SettingState, step: SettingStep): boolean =>
  steps[step].from.some((from) => from === state)

export function stepSetting(
  { state, askedBy }: { readonly state: SettingState; readonly askedBy: string },
  step: SettingStep,
  by: string,
): SettingState | Refusal<'not-from-this-state' | 'retention-second-person'> {
  if (!maySettingStep(state, step)) return refuse('not-from-this-state')
  if (step === 'agree' && !isSecondPerson(by, [askedBy])) return refuse('retention-second-person')
  return steps[step].to
}
