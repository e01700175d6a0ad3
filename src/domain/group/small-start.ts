import type { GroupState } from '#domain/group/group.ts'
import type { GroupRules } from '#domain/group/group-size.ts'
import { isSecondPerson } from '#domain/member/second-person.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * A group that begins with fewer women than its method asks. The coordinator asks, somebody who answers for the
 * programme says yes or no (GF-2, EV-F1); both say why, and both are kept.
 */
export const smallStartReasons = ['women_need_it_now', 'nobody_else_waits', 'some_left', 'other'] as const

export const smallStartAnswers = ['allowed', 'refused'] as const
export type SmallStartAnswer = (typeof smallStartAnswers)[number]

/** Why it may, or may not. */
export const answerReasons = {
  allowed: ['works_with_so_many', 'waiting_is_worse', 'other'],
  refused: ['too_few_to_be_safe', 'more_women_come', 'other_offer', 'other'],
} as const satisfies Record<SmallStartAnswer, readonly string[]>

interface Asking {
  readonly state: GroupState
  /** Women with a seat now. */
  readonly taken: number
  /** It was asked and nobody answered yet. */
  readonly open: boolean
  /** For so many women it was allowed. */
  readonly allowedFor: number | null
}

/** May it be asked? Of a group that fills up, that has women and too few of them. */
export function mayAskSmall(
  rules: Pick<GroupRules, 'sizeMin'>,
  { state, taken, open, allowedFor }: Asking,
): true | Refusal<'small-start-not-now' | 'small-start-asked'> {
  if (state !== 'recruiting' || taken === 0 || taken >= rules.sizeMin.value)
    return refuse('small-start-not-now')
  if (open || isAllowedFor(allowedFor, taken)) return refuse('small-start-asked')
  return true
}

/** May this member answer it? Once, while the group fills up, and never what she asked herself. */
export function mayAnswerSmall(
  asked: { readonly askedBy: string; readonly answered: boolean; readonly state: GroupState },
  memberId: string,
): true | Refusal<'small-start-answered' | 'small-start-not-now' | 'small-start-own'> {
  if (asked.answered) return refuse('small-start-answered')
  if (asked.state !== 'recruiting') return refuse('small-start-not-now')
  return isSecondPerson(memberId, [asked.askedBy]) ? true : refuse('small-start-own')
}

/** A yes is about so many women, or more. */
export const isAllowedFor = (allowedFor: number | null, taken: number): boolean =>
  allowedFor !== null && taken >= allowedFor
