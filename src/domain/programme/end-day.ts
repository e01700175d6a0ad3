import { type Day, daysBetween, isBefore, monthsBetween } from '#domain/day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { isTrue } from '#domain/programme/expression.ts'
import { ruleOf } from '#domain/programme/rules.ts'

/** No programme lasts longer than this; an end rule that never comes true has no end day. */
const longestYears = 20

/**
 * The first day on which the end rule is true: "childAgeMonths >= 18" is the day the child becomes 18 months.
 * `null` if there is no end rule or what it needs isn't known yet (the child isn't born, nothing has started).
 */
export function endDay(
  definition: ProgrammeDefinition,
  childBornOn: Day | null,
  startedOn: Day | null = null,
): Day | null {
  if (!definition.endRule) return null
  const rule = ruleOf(definition.endRule.value)
  const endedOn = (day: Day): boolean =>
    isTrue(rule, {
      childAgeMonths: childBornOn && monthsBetween(childBornOn, day),
      weeksSinceStart: startedOn && Math.floor(daysBetween(startedOn, day) / 7),
    }) === true
  return turningDays(childBornOn, startedOn).find(endedOn) ?? null
}

/**
 * The days on which an age in months or a number of weeks changes, in order: nothing can become true between them.
 * Made one by one, because most rules come true long before the last.
 */
function* turningDays(bornOn: Day | null, startedOn: Day | null): Generator<Day, void, undefined> {
  let [months, weeks] = [0, 0]
  let [byAge, byWeek] = [bornOn && monthTurn(bornOn, 0), startedOn]
  while (byAge || byWeek)
    if (byAge && !(byWeek && isBefore(byWeek, byAge))) {
      yield byAge
      months += 1
      byAge = bornOn && months <= 12 * longestYears ? monthTurn(bornOn, months) : null
    } else if (byWeek) {
      yield byWeek
      weeks += 1
      byWeek = startedOn && weeks <= 52 * longestYears ? startedOn.add({ weeks }) : null
    }
}

/** A month after 31 January is 28 February by the calendar, but the age in whole months turns a day later. */
function monthTurn(bornOn: Day, months: number): Day {
  const day = bornOn.add({ months })
  return monthsBetween(bornOn, day) < months ? day.add({ days: 1 }) : day
}
