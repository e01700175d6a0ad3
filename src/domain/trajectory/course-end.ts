import { type Day, laterOf } from '#domain/day.ts'
import type { ChildDates } from '#domain/pregnancy/child-dates.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { endDay } from '#domain/programme/end-day.ts'

/**
 * The day on which a trajectory ends: what the programme says, counted from the birth or, until then, from the due
 * date; later if somebody decided so with a reason. `null` if nothing says.
 */
export function courseEnd(
  definition: ProgrammeDefinition,
  { bornOn, dueOn }: ChildDates,
  startedOn: Day | null,
  extendedUntil: Day | null,
): Day | null {
  const byRule = endDay(definition, bornOn ?? dueOn, startedOn)
  return byRule && extendedUntil ? laterOf(byRule, extendedUntil) : (extendedUntil ?? byRule)
}

const noChild: ChildDates = { bornOn: null, dueOn: null }

/** Does a child's age make the end, and with it the plan? Then nothing of either is left once there is no child. */
export const endsByChild = (definition: ProgrammeDefinition, startedOn: Day | null): boolean =>
  definition.endRule !== undefined && courseEnd(definition, noChild, startedOn, null) === null
