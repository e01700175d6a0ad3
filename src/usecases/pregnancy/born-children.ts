import { z } from 'zod'
import { type Day, dayInput } from '#domain/day.ts'
import { optionalText } from '#domain/person/person.ts'
import { birthDayProblem } from '#domain/pregnancy/plausible-days.ts'
import { Invalid } from '#usecases/failure.ts'

/** More children than this are not born at once. */
export const mostChildren = 5
export const childInput = z.strictObject({ given: optionalText(100), bornOn: dayInput })
export const childrenInput = z.array(childInput).min(1).max(mostChildren)

/** Refuses days of birth that can't be right, each at its own child. */
export function checkBirthDays(children: readonly { bornOn: Day }[], dueOn: Day | null, today: Day): void {
  const wrong = children.flatMap(({ bornOn }, at) => {
    const problem = birthDayProblem(bornOn, dueOn, today)
    return problem ? [[`children.${at}.bornOn`, problem]] : []
  })
  if (wrong.length > 0) throw new Invalid(Object.fromEntries(wrong))
}
