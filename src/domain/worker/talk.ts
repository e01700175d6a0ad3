import { type Day, isBefore } from '#domain/day.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** A talk with a worker, or her supervision. */
export const talkKinds = ['talk', 'supervision'] as const
export type TalkKind = (typeof talkKinds)[number]

/**
 * What became of a planned talk. One that was missed or moved has another that came in its place, so that none just
 * disappears.
 */
export const talkStates = ['planned', 'done', 'missed', 'moved', 'cancelled'] as const
export type TalkState = (typeof talkStates)[number]

/** Why a talk isn't needed after all; proposals of ours. */
export const dropReasons = [
  'spoke_already',
  'she_rather_not',
  'stands_beside_nobody',
  'leaves',
  'other',
] as const

export const settlings = ['done', 'missed', 'moved', 'cancelled'] as const satisfies readonly TalkState[]
export type Settling = (typeof settlings)[number]

/** These come with the day of the next. */
export const hasNext = (how: Settling): boolean => how === 'missed' || how === 'moved'

/** May it be said of this talk today? How a talk went can't be said before its day. */
export function settleTalk(
  { state, plannedOn }: { readonly state: TalkState; readonly plannedOn: Day },
  how: Settling,
  today: Day,
): TalkState | Refusal<'talk-settled' | 'talk-to-come'> {
  if (state !== 'planned') return refuse('talk-settled')
  if ((how === 'done' || how === 'missed') && isBefore(today, plannedOn)) return refuse('talk-to-come')
  return how
}

/** What may be said of it today. */
export const settlingsOn = (talk: Parameters<typeof settleTalk>[0], today: Day): readonly Settling[] =>
  settlings.filter((how) => settleTalk(talk, how, today) === how)

/** Its day is over, and nobody said how it went. */
export const isUnsaid = (state: TalkState, plannedOn: Day, today: Day): boolean =>
  state === 'planned' && isBefore(plannedOn, today)
