import { type Day, type DayNumber, dayNumber } from '#domain/day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'

/** Help that stands beside the programme, as it was last asked after. */
export interface ParallelCare {
  readonly type: string
  readonly fromDay: Day
  readonly untilDay: Day | null
  readonly checkedOn: Day
}
type CareRule = ProgrammeDefinition['parallelCare'][number]

/**
 * Is it going on? Not if it ended, and not known any more once the days are over within which it must be asked after:
 * what nobody asked is no yes.
 */
export function careNow(
  rule: Pick<CareRule, 'checkEveryDays'>,
  care: Pick<ParallelCare, 'untilDay' | 'checkedOn'> | null,
  today: Day,
): 'active' | 'ended' | 'unchecked' | 'none' {
  if (care === null) return 'none'
  if (care.untilDay !== null) return 'ended'
  return knownUntil(rule, dayNumber(care.checkedOn)) < dayNumber(today) ? 'unchecked' : 'active'
}

/** The last day on which the answer of that day still counts; infinitely far if the programme sets no term. */
export const knownUntil = (rule: Pick<CareRule, 'checkEveryDays'>, checkedOn: DayNumber): number =>
  checkedOn + (rule.checkEveryDays?.value ?? Number.POSITIVE_INFINITY)

/** The day on which it must be asked after again; `null` if the programme asks for none. */
export const checkDue = (
  rule: Pick<CareRule, 'checkEveryDays'>,
  care: Pick<ParallelCare, 'checkedOn'>,
): Day | null => (rule.checkEveryDays ? care.checkedOn.add({ days: rule.checkEveryDays.value }) : null)
