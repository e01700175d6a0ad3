import { type Day, daysBetween, isBefore, monthsBetween } from '#domain/day.ts'
import type { Facts } from '#domain/programme/expression.ts'

/** A pregnancy is counted as 40 weeks to the due date. */
const term = { days: 280, latestWeeksAfterDue: 3 }

/**
 * What the calendar says about the child: age in whole months once born, weeks of pregnancy before. Before the birth
 * the age isn't known, and three weeks past the due date without a birth day nothing is: nobody guesses a birth,
 * or a loss.
 */
export function childFacts(child: { bornOn: Day | null; dueOn: Day | null }, today: Day): Facts {
  if (child.bornOn) {
    // A birth that is still to come is none, also when it is less than a month away.
    if (isBefore(today, child.bornOn)) return {}
    return { childAgeMonths: monthsBetween(child.bornOn, today), pregnant: false, gestationalWeeks: null }
  }
  if (!child.dueOn) return {}
  const daysToGo = daysBetween(today, child.dueOn)
  if (daysToGo < -7 * term.latestWeeksAfterDue) return {}
  return {
    childAgeMonths: null,
    pregnant: true,
    gestationalWeeks: Math.floor((term.days - daysToGo) / 7),
  }
}
