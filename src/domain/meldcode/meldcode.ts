import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * The meldcode, as the professionals of an organisation go through it (Wet verplichte meldcode; domain.md 2.3). Its
 * steps may be taken in any order and more than once [S73]; the fifth is two decisions, each taken by somebody on a day
 * and for a reason [S71]. It is never a volunteer's: she says what worries her and hears that it is taken care of [S78].
 */
export const meldcodeStates = ['open', 'reported', 'followed', 'closed'] as const
export type MeldcodeState = (typeof meldcodeStates)[number]

const steps = {
  /** Signals, advice, talks, weighing, and what the family was told. */
  record: { from: ['open', 'reported', 'followed'], to: null },
  /** A decision may be taken anew while it is open: what helps today may not hold tomorrow. */
  decide: { from: ['open', 'reported', 'followed'], to: null },
  report: { from: ['open', 'followed'], to: 'reported' },
  /** What the agency said. */
  hear: { from: ['reported', 'followed'], to: 'followed' },
  close: { from: ['open', 'followed'], to: 'closed' },
} as const satisfies Record<string, { from: readonly MeldcodeState[]; to: MeldcodeState | null }>
export type MeldcodeStep = keyof typeof steps

export const mayStepMeldcode = (state: MeldcodeState, step: MeldcodeStep): boolean =>
  steps[step].from.some((from) => from === state)

/** The state after the step, or why not. */
export const meldcodeAfter = (
  state: MeldcodeState,
  step: MeldcodeStep,
): MeldcodeState | Refusal<'not-from-this-state'> =>
  mayStepMeldcode(state, step) ? (steps[step].to ?? state) : refuse('not-from-this-state')

/** From what it began. */
export const meldcodeOrigins = ['trajectory', 'concern', 'red_flag', 'kindcheck'] as const
export type MeldcodeOrigin = (typeof meldcodeOrigins)[number]

/** In whose file it stands: hers, or her child's own (domain.md 2.4; mother and child are separate files). */
export const meldcodeSubjects = ['mother', 'child'] as const
export type MeldcodeSubject = (typeof meldcodeSubjects)[number]

/** Step 1: how a fact came to us; what was seen is kept apart from what somebody makes of it. */
export const signalSources = ['seen', 'heard', 'told_by_her', 'told_by_others', 'kindcheck'] as const
/** Step 2: with whom it was talked over; Veilig Thuis gives advice without the family's name as well. */
export const consulted = [
  'colleague',
  'safeguarding_lead',
  'agency_without_names',
  'agency_with_names',
  'other_professional',
] as const
/** Step 3: with whom it was spoken of, or that it was not. */
export const talkedWith = ['mother', 'partner', 'both_parents', 'child', 'nobody'] as const
/** What the family was told of the decision [S72]. */
export const toldHow = ['told_agreed', 'told_objected', 'not_told'] as const
/** Why a talk was not held or they were not told. The first three are about safety. */
export const silenceReasons = [
  'unsafe_for_her',
  'unsafe_for_children',
  'unsafe_for_worker',
  'not_reached',
] as const

/** What is kept of a meldcode's way, in order; the first five are its steps. */
export const meldcodeEntryKinds = [
  'signal',
  'consulted',
  'talked',
  'weighed',
  'decided_report',
  'decided_help',
  'told',
  'reported',
  'heard',
  'opened',
  'joined',
  'handed_over',
  'named',
  'unnamed',
  'closed',
] as const
export type MeldcodeEntryKind = (typeof meldcodeEntryKinds)[number]

/** Which of the five steps has something written down [S70]. */
export const fiveSteps = {
  signals: ['signal'],
  consult: ['consulted'],
  conversation: ['talked'],
  weigh: ['weighed'],
  decide: ['decided_report', 'decided_help'],
} as const satisfies Record<string, readonly MeldcodeEntryKind[]>
export type FifthStep = keyof typeof fiveSteps
export const stepNames = [
  'signals',
  'consult',
  'conversation',
  'weigh',
  'decide',
] as const satisfies FifthStep[]

/** A step is done once each of its parts is: the fifth only with both decisions. */
export const stepsDone = (kinds: ReadonlySet<MeldcodeEntryKind>): readonly FifthStep[] =>
  stepNames.filter((step) => fiveSteps[step].every((kind) => kinds.has(kind)))
