import { type Day, type DayNumber, dayNumber, monthsPassed } from '#domain/day.ts'
import type { Facts } from '#domain/programme/expression.ts'

/** A pregnancy is counted as 40 weeks to the due date. */
const term = { days: 280, latestWeeksAfterDue: 3 }

/**
 * What the calendar says about the child: age in whole months once born, weeks of pregnancy before. Before the birth
 * the age isn't known, and three weeks past the due date without a birth day nothing is: nobody guesses a birth,
 * or a loss.
 */
export const childFacts = (child: { bornOn: Day | null; dueOn: Day | null }, today: Day): Facts =>
  childFactsOn(
    { bornOn: child.bornOn && dayNumber(child.bornOn), dueOn: child.dueOn && dayNumber(child.dueOn) },
    dayNumber(today),
  )

/** The same, with days as numbers. */
export function childFactsOn(
  { bornOn, dueOn }: { readonly bornOn: DayNumber | null; readonly dueOn: DayNumber | null },
  day: DayNumber,
): Facts {
  if (bornOn !== null) {
    // A birth that is still to come is none, also when it is less than a month away.
    if (day < bornOn) return {}
    return { childAgeMonths: monthsPassed(bornOn, day), pregnant: false, gestationalWeeks: null }
  }
  if (dueOn === null) return {}
  const daysToGo = dueOn - day
  if (daysToGo < -7 * term.latestWeeksAfterDue) return {}
  return {
    childAgeMonths: null,
    pregnant: true,
    gestationalWeeks: Math.floor((term.days - daysToGo) / 7),
  }
}
