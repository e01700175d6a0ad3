import { type Day, isBefore } from '#domain/day.ts'
import type { Role } from '#domain/member/role.ts'

/** Somebody is on call from a day until a day: first (1), or a deputy who is asked when those before her didn't answer. */
export interface Duty {
  readonly memberId: string
  readonly rank: number
  readonly from: Day
  readonly until: Day
}

/** Who may be asked: those who may decide about a concern. */
export const onCallRoles = ['coordinator', 'safeguarding_lead'] as const satisfies readonly Role[]
export const mostDeputies = 9
/** Longer than this nobody knows; it is asked anew. */
export const longestDutyDays = 366

const covers = ({ from, until }: Duty, day: Day): boolean => !isBefore(day, from) && !isBefore(until, day)

/** Is she a member on this day? Who left is asked nothing, whatever the list says. */
export const isWorkingHere = (
  { active_from, active_until }: { active_from: Day; active_until: Day | null },
  day: Day,
): boolean => !isBefore(day, active_from) && !(active_until && isBefore(active_until, day))

/** Who is on call on this day, the first one first; each once. */
export function chainOn(duties: readonly Duty[], day: Day): string[] {
  const now = duties.filter((duty) => covers(duty, day)).sort((a, b) => a.rank - b.rank)
  return [...new Set(now.map(({ memberId }) => memberId))]
}

/** Days from this one on, so many, on which nobody is on call: found before they hurt. */
export const uncoveredDays = (duties: readonly Duty[], today: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, at) => today.add({ days: at })).filter(
    (day) => !duties.some((duty) => covers(duty, day)),
  )

/** Whose turn it is after those who were asked already; `null` if nobody is left on the list. */
export const nextOnCall = (chain: readonly string[], asked: ReadonlySet<string>): string | null =>
  chain.find((memberId) => !asked.has(memberId)) ?? null
