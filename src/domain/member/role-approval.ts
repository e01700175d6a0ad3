import { type Day, isBefore } from '#domain/day.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import type { Role } from '#domain/member/role.ts'
import { isSecondPerson } from '#domain/member/second-person.ts'
import { weightyAmong } from '#domain/member/weighty-roles.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * A weighty role is given by two: one who administers gives it, another agrees (security design 3.5). Who may agree holds
 * a weighty role herself, so that nobody makes her own second person.
 */
export const approverRoles = [
  'administrator',
  'privacy_officer',
  'programme_manager',
] as const satisfies readonly Role[]
export const isApprover = (roles: readonly Role[]): boolean =>
  approverRoles.some((role) => roles.includes(role))

export const roleApprovalPolicy = {
  answer: (actor: Actor) => isMemberWith(actor, ...approverRoles),
} as const

/** So many days somebody who could agree counts on after she can't any more: nobody gets alone by sending her away. */
export const rememberedDays = 7

export interface Colleague {
  readonly memberId: string
  readonly roles: readonly Role[]
  /** Her last day here; `null` if none is set. */
  readonly lastDay: Day | null
  /** Until when she could agree, where that was taken from her. */
  readonly agreedUntil: Day | null
}

export const answers = ['approved', 'refused', 'withdrawn'] as const
export type RoleAnswer = (typeof answers)[number]

/**
 * Does giving these roles wait for somebody else? `alone` where there is nobody it could wait for: an organisation's
 * first administrator, or one who does all of it.
 */
export function whoAgrees(
  given: readonly Role[],
  hands: readonly (string | null)[],
  colleagues: readonly Colleague[],
  today: Day,
): 'nobody-needed' | 'second' | 'alone' | Refusal<'nobody-to-approve'> {
  if (weightyAmong(given).length === 0) return 'nobody-needed'
  const others = colleagues.filter(({ memberId }) => isSecondPerson(memberId, hands))
  if (others.some((one) => isApprover(one.roles) && isHere(one, today))) return 'second'
  const lately = others
    .flatMap(untilWhen)
    .filter((day) => !isBefore(day.add({ days: rememberedDays }), today))
  return lately.length > 0 ? refuse('nobody-to-approve') : 'alone'
}

const isHere = ({ lastDay }: Colleague, today: Day): boolean => lastDay === null || !isBefore(lastDay, today)
const untilWhen = ({ roles, lastDay, agreedUntil }: Colleague): Day[] =>
  [isApprover(roles) ? lastDay : null, agreedUntil].filter((day) => day !== null)

/** May she say whether it is good? Somebody else than who gave it and than who gets it, and once. */
export function mayAgree(
  asked: { readonly by: string; readonly whom: string | null; readonly answered: boolean },
  memberId: string,
): true | Refusal<'approval-answered' | 'approval-of-your-own'> {
  if (asked.answered) return refuse('approval-answered')
  return isSecondPerson(memberId, [asked.by, asked.whom]) ? true : refuse('approval-of-your-own')
}
