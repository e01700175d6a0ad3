import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** A composition is a draft until it is accepted: then its women become candidates, and every gate is still to pass. */
export const draftStates = ['open', 'accepted', 'dropped'] as const
export type DraftState = (typeof draftStates)[number]

const steps = {
  change: { from: ['open'], to: 'open' },
  accept: { from: ['open'], to: 'accepted' },
  drop: { from: ['open'], to: 'dropped' },
} as const satisfies Record<string, { from: readonly DraftState[]; to: DraftState }>
export type DraftStep = keyof typeof steps

export const mayDraftStep = (state: DraftState, step: DraftStep): boolean =>
  steps[step].from.some((from) => from === state)
export const stepDraft = (
  state: DraftState,
  step: DraftStep,
): DraftState | Refusal<'composition-not-open'> =>
  mayDraftStep(state, step) ? steps[step].to : refuse('composition-not-open')

/** A woman and her group, by ids. */
export type KeptSeat = readonly [trajectoryId: string, groupId: string]
/** What no composition can be worth more than, of these facts and with these decisions of people. */
export interface KeptProof {
  readonly bound: number
  readonly facts: string
  readonly moves: readonly string[]
}

/** Why somebody decides about a woman and a group. */
export const moveReasons = ['her_wish', 'not_safe_there', 'too_far', 'fits_better', 'other'] as const
export type MoveReason = (typeof moveReasons)[number]

/**
 * So often a day may somebody try what a sealed reason forbids. Trying pairs one by one would tell who they are; whoever
 * needs to know more asks the safeguarding lead. A proposal of ours.
 */
export const sealedTriesADay = 5

/** Who composes groups sees all women who wait for one: the coordinators, as in a matching meeting. */
export const compositionPolicy = {
  compose: (actor: Actor) => isMemberWith(actor, 'coordinator'),
} as const

/** So many women at once; the most urgent, the others are counted. What a solver does in seconds, and a page can show. */
export const bounds = { women: 300, groups: 40 } as const
