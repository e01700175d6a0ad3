import { findTermsDue } from '#db/safe-contact.ts'
import { daysToAskAhead } from '#domain/contact-policy/safe-contact-policy.ts'
import { isBefore } from '#domain/day.ts'
import { rulesOf } from '#domain/signal/compiled-rules.ts'
import type { Work } from '#usecases/context.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/**
 * Who is to be asked again how she may be reached, before the day after which nothing may leave. Where that day has
 * passed and a rule of her programme says so already, the rule stands on the list instead.
 */
export async function contactRuleLines({ tx, actor, today, programmes }: Work): Promise<Found> {
  const clocks = programmes.known.map(({ id, version, safety }) => {
    const days = safety.reconfirmSafeContactDays.value
    return { id, version, days, ahead: daysToAskAhead(days) }
  })
  const saidBy = programmes.known.flatMap((programme) =>
    rulesOf(programme)
      .rules.filter(({ facts }) => facts.includes('safeContactKnown'))
      .map(({ rule }) => rule.id),
  )
  const rows = await findTermsDue(tx, actor, {
    today,
    programmes: clocks,
    saidBy: [...new Set(saidBy)],
    limit: most + 1,
  })
  return fitting('contact-rule', rows, ({ id, person_id, until }) => {
    const late = isBefore(until, today)
    return {
      id,
      personId: person_id,
      pressure: late ? 'urgent' : 'due',
      by: until,
      source: { from: 'contact-rule', personId: person_id, until, late },
    }
  })
}
