import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * A meeting is a draft that binds nobody until it is published: then its pairs become proposals, which both sides
 * still answer. Dropped, nothing of it was ever done.
 */
export const meetingStates = ['open', 'published', 'dropped'] as const
export type MeetingState = (typeof meetingStates)[number]

const steps = {
  change: { from: ['open'], to: 'open' },
  publish: { from: ['open'], to: 'published' },
  drop: { from: ['open'], to: 'dropped' },
} as const satisfies Record<string, { from: readonly MeetingState[]; to: MeetingState }>
export type MeetingStep = keyof typeof steps

export const mayMeetingStep = (state: MeetingState, step: MeetingStep): boolean =>
  steps[step].from.some((from) => from === state)

export const stepMeeting = (
  state: MeetingState,
  step: MeetingStep,
): MeetingState | Refusal<'meeting-not-open'> =>
  mayMeetingStep(state, step) ? steps[step].to : refuse('meeting-not-open')
