import { type Day, daysBetween, isBefore } from '#domain/day.ts'
import type { Facts } from '#domain/programme/expression.ts'

/** A pregnancy is counted as 40 weeks to the due date, and ends at most three weeks after it. */
const term = { days: 280, longest: 301 }

/**
 * What was so on the day her referral came in: a limit at referral is not lost by waiting for the intake. The weeks
 * are exact, so that 36 weeks and a day is more than 36. A birth since then was a pregnancy on that day; how far she
 * was, only the due date tells.
 */
export function referralDayFacts(
  child: { bornOn: Day | null; dueOn: Day | null },
  receivedOn: Day | null,
): Facts {
  if (!receivedOn) return {}
  const { bornOn, dueOn } = child
  if (bornOn && !isBefore(receivedOn, bornOn)) return notPregnant
  const weeks = dueOn && (term.days - daysBetween(receivedOn, dueOn)) / 7
  if (weeks !== null && weeks < 0) return notPregnant
  if (bornOn)
    return daysBetween(receivedOn, bornOn) > term.longest
      ? notPregnant
      : { pregnantAtReferral: true, gestationalWeeksAtReferral: weeks }
  // Three weeks past the due date nobody is still expecting, and nobody guesses what happened.
  return weeks === null || weeks * 7 > term.longest
    ? {}
    : { pregnantAtReferral: true, gestationalWeeksAtReferral: weeks }
}

const notPregnant: Facts = { pregnantAtReferral: false, gestationalWeeksAtReferral: null }
