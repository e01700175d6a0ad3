import { type Day, daysBetween } from '#domain/day.ts'
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
  const every = rule.checkEveryDays?.value
  return every !== undefined && daysBetween(care.checkedOn, today) > every ? 'unchecked' : 'active'
}

/** The day on which it must be asked after again; `null` if the programme asks for none. */
export const checkDue = (
  rule: Pick<CareRule, 'checkEveryDays'>,
  care: Pick<ParallelCare, 'checkedOn'>,
): Day | null => (rule.checkEveryDays ? care.checkedOn.add({ days: rule.checkEveryDays.value }) : null)
