import type { Day } from '#domain/day.ts'

/**
 * What became of a pregnancy (domain.md 7.1, birth event): a due date, a birth of one or more children, a day put
 * right, a loss. What was said stays; where it stands is always found anew from all that was said.
 */
export const lossKinds = ['miscarriage', 'stillbirth', 'removed', 'not_said'] as const
export type LossKind = (typeof lossKinds)[number]
/** Why what was stopped goes on again. */
export const resumeReasons = ['mistake', 'child_home', 'other_child', 'new_pregnancy'] as const
export type ResumeReason = (typeof resumeReasons)[number]
/** Why a birth that was written down is taken back: there was none, or it was another woman's. */
export const takeBackReasons = ['not_born', 'other_woman', 'entered_twice'] as const
export type TakeBackReason = (typeof takeBackReasons)[number]
/** What she wants after a loss, as the coordinator asked her. */
export const waysOn = ['visits', 'pause', 'close'] as const
export type WayOn = (typeof waysOn)[number]
/** Who tells her worker, so that nobody learns it from a screen. */
export const tellers = ['coordinator', 'mother', 'knows_already'] as const
export type Teller = (typeof tellers)[number]

interface Said {
  readonly by: string | null
  readonly at: Temporal.Instant
}
/** A child of this birth by its own file; the day of birth stands there as well, and there it counts. */
export interface BornChild {
  readonly childId: string
  readonly on: Day
}
export type PregnancyEvent = Said &
  (
    | { readonly kind: 'due'; readonly on: Day }
    | { readonly kind: 'born'; readonly children: readonly BornChild[] }
    | { readonly kind: 'corrected'; readonly children: readonly BornChild[] }
    | { readonly kind: 'taken-back'; readonly reason: TakeBackReason }
    | { readonly kind: 'loss'; readonly loss: LossKind; readonly on: Day | null }
    | { readonly kind: 'resumed'; readonly reason: ResumeReason }
    | { readonly kind: 'way-on'; readonly way: WayOn; readonly teller: Teller }
  )

/** `unknown`: nothing was said. `quiet`: after a loss, nothing about a child is shown, asked or sent. */
export const pregnancyStates = ['unknown', 'expecting', 'born', 'quiet'] as const
export type PregnancyState = (typeof pregnancyStates)[number]

/** Every step and from which states it may be taken; the same table says why a button is absent. */
const steps = {
  'record-due': ['unknown', 'expecting'],
  'record-birth': ['unknown', 'expecting'],
  'correct-birth': ['born'],
  'take-back-birth': ['born'],
  'report-loss': ['unknown', 'expecting', 'born'],
  resume: ['quiet'],
  'choose-way-on': ['quiet'],
} as const satisfies Record<string, readonly PregnancyState[]>
export type PregnancyStep = keyof typeof steps
export const mayTakeStep = (state: PregnancyState, step: PregnancyStep): boolean =>
  steps[step].some((from) => from === state)

export interface Pregnancy {
  readonly state: PregnancyState
  readonly dueOn: Day | null
  readonly children: readonly BornChild[]
  readonly loss: { readonly kind: LossKind; readonly on: Day | null } | null
  readonly wayOn: { readonly way: WayOn; readonly teller: Teller } | null
}
const nothing: Pregnancy = { state: 'unknown', dueOn: null, children: [], loss: null, wayOn: null }

export const pregnancyOf = (events: readonly PregnancyEvent[]): Pregnancy => events.reduce(after, nothing)

function after(before: Pregnancy, event: PregnancyEvent): Pregnancy {
  switch (event.kind) {
    case 'due':
      return { ...before, state: before.state === 'unknown' ? 'expecting' : before.state, dueOn: event.on }
    case 'born':
    case 'corrected':
      return { ...before, state: 'born', children: event.children }
    case 'taken-back':
      return { ...before, children: [], ...standing({ ...before, children: [] }) }
    case 'loss':
      return { ...before, state: 'quiet', loss: { kind: event.loss, on: event.on }, wayOn: null }
    case 'resumed':
      // A new pregnancy begins with nothing known of it.
      return event.reason === 'new_pregnancy' ? nothing : { ...before, ...standing(before) }
    case 'way-on':
      return { ...before, wayOn: { way: event.way, teller: event.teller } }
  }
}

const standing = ({ children, dueOn }: Pregnancy): Pick<Pregnancy, 'state' | 'loss' | 'wayOn'> => ({
  state: children.length > 0 ? 'born' : dueOn ? 'expecting' : 'unknown',
  loss: null,
  wayOn: null,
})
