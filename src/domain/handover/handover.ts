import type { Day } from '#domain/day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { factsIn } from '#domain/programme/expression.ts'
import { ruleOf } from '#domain/programme/rules.ts'
import { verifyStartedOn } from '#domain/referral/follow-up.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * A warm handover: she, who stands beside her and the party that goes on sit down together; later somebody checks that
 * help really started there.
 */
export const handoverStates = ['arranged', 'held', 'checked', 'dropped'] as const
export type HandoverState = (typeof handoverStates)[number]
export const handoverSteps = ['hold', 'check', 'drop'] as const
export type HandoverStep = (typeof handoverSteps)[number]

const table = {
  hold: { from: ['arranged'], to: 'held' },
  check: { from: ['held'], to: 'checked' },
  drop: { from: ['arranged'], to: 'dropped' },
} as const satisfies Record<HandoverStep, { from: readonly HandoverState[]; to: HandoverState }>

export const mayStepHandover = (state: HandoverState, step: HandoverStep): boolean =>
  table[step].from.some((from) => from === state)
export const stepHandover = (
  state: HandoverState,
  step: HandoverStep,
): HandoverState | Refusal<'handover-not-from-this-state'> =>
  mayStepHandover(state, step) ? table[step].to : refuse('handover-not-from-this-state')

interface Written {
  readonly held_on: Day | null
  readonly answer: string | null
  readonly dropped_on: Day | null
}
/** Where it stands, from what was written of it. */
export const handoverState = ({ held_on, answer, dropped_on }: Written): HandoverState =>
  dropped_on ? 'dropped' : answer !== null ? 'checked' : held_on ? 'held' : 'arranged'

/** Why no talk came of it. */
export const dropReasons = ['she_would_not', 'party_cannot', 'other_party', 'not_needed'] as const

/** After so many days somebody asks whether help started: as many as where the desk sends somebody on. */
export const checkStartedOn = (heldOn: Day, definition: ProgrammeDefinition): Day =>
  verifyStartedOn(heldOn, [definition])

/** Does this programme ask for one, to be carried through or in any of its rules? */
export const asksHandover = ({
  completion,
  fidelity,
}: Pick<ProgrammeDefinition, 'completion' | 'fidelity'>): boolean =>
  [completion.value, ...fidelity.map(({ when }) => when)].some((rule) =>
    factsIn(ruleOf(rule)).includes('handover'),
  )
