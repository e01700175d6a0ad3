import { type Refusal, refuse } from '#domain/refusal.ts'

/** Somebody who heard something is told that she takes it back, and followed until they say that they know. */
export const noticeStates = ['open', 'told', 'acknowledged', 'given_up'] as const
export type NoticeState = (typeof noticeStates)[number]
export const noticeSteps = ['tell', 'acknowledge', 'give_up'] as const
export type NoticeStep = (typeof noticeSteps)[number]

const table = {
  tell: { from: ['open', 'told'], to: 'told' },
  acknowledge: { from: ['open', 'told'], to: 'acknowledged' },
  give_up: { from: ['open', 'told'], to: 'given_up' },
} as const satisfies Record<NoticeStep, { from: readonly NoticeState[]; to: NoticeState }>

export const mayStepNotice = (state: NoticeState, step: NoticeStep): boolean =>
  table[step].from.some((from) => from === state)
export const stepNotice = (
  state: NoticeState,
  step: NoticeStep,
): NoticeState | Refusal<'notice-not-from-this-state'> =>
  mayStepNotice(state, step) ? table[step].to : refuse('notice-not-from-this-state')

/** Why nobody follows it any further. */
export const givingUpReasons = ['not_to_be_found', 'keeps_it_by_law', 'not_safe_to_tell'] as const

/** Days after which somebody asks whether it was understood. */
export const daysToHear = 7
