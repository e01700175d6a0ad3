import { type Day, daysBetween, isBefore } from '#domain/day.ts'

/** How far a pregnancy was when somebody was referred, by trimester; as whole weeks are counted, to 13+6 and to 27+6. */
export const gestationRows = ['weeks-0', 'weeks-14', 'weeks-28', 'born', 'unknown'] as const
export type GestationRow = (typeof gestationRows)[number]

export interface GestationFacts {
  readonly referredOn: Day
  readonly dueOn: Day | null
  readonly bornOn: Day | null
  /** After a loss nothing is counted of a child (decision 11): she stands with those of whom it isn't known. */
  readonly isQuiet: boolean
}

const [term, second, third] = [40 * 7, 14 * 7, 28 * 7]
/** Later than this nobody is pregnant: a birth that wasn't written down, or a wrong day. */
const latest = 43 * 7

/** In which of these she stands on the day she was referred; a pregnancy begins forty weeks before its due date. */
export function gestationRow({ referredOn, dueOn, bornOn, isQuiet }: GestationFacts): GestationRow {
  if (isQuiet) return 'unknown'
  if (bornOn && !isBefore(referredOn, bornOn)) return 'born'
  if (!dueOn) return 'unknown'
  const days = term - daysBetween(referredOn, dueOn)
  if (days < 0 || days > latest) return 'unknown'
  return days < second ? 'weeks-0' : days < third ? 'weeks-14' : 'weeks-28'
}
