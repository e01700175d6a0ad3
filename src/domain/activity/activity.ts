import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** What families come to beside the visits: a meeting that is always there, an outing, a session about one subject. */
export const activityKinds = ['open_meeting', 'outing', 'information'] as const
export type ActivityKind = (typeof activityKinds)[number]

export const meetingStates = ['planned', 'held', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]

const steps = {
  hold: { from: ['planned'], to: 'held' },
  /** What was counted is put right. */
  correct: { from: ['held'], to: 'held' },
  cancel: { from: ['planned'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly MeetingState[]; to: MeetingState }>
export type MeetingStep = keyof typeof steps

export const mayMeetingStep = (state: MeetingState, step: MeetingStep): boolean =>
  steps[step].from.some((from) => from === state)

export const stepMeeting = (
  state: MeetingState,
  step: MeetingStep,
): MeetingState | Refusal<'meeting-not-from-this-state'> =>
  mayMeetingStep(state, step) ? steps[step].to : refuse('meeting-not-from-this-state')

/** How often: once, or again and again until somebody stops it. Months are of four weeks, so that the weekday stays. */
export const rhythms = { once: null, weekly: 7, fortnightly: 14, monthly: 28 } as const
export type Rhythm = keyof typeof rhythms
export const rhythmNames = Object.keys(rhythms) as Rhythm[]

/** So many meetings of what goes on without end stand planned ahead. */
export const meetingsAhead = 6

/** Why one meeting falls through. */
export const meetingCancelReasons = ['weather', 'illness', 'no_room', 'too_few', 'other'] as const

/**
 * Which programmes have them: those whose group is open. What a closed group is about is told to nobody outside it, so it
 * never stands on a list of what there is to do.
 */
export const offersActivities = ({ group, safety }: Pick<ProgrammeDefinition, 'group' | 'safety'>): boolean =>
  group?.open.value === true && safety.class.value !== 'very_high'
