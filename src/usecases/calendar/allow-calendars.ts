import { z } from 'zod'
import { updateOrganisation } from '#db/organisation.ts'
import { calendarPolicy, calendarRules } from '#domain/calendar/calendar-rules.ts'
import { command } from '#usecases/use-case.ts'

/** Which appointments may stand on workers' own calendars: none, the usual, or those of the highest safety class too. */
export const allowCalendars = command({
  name: 'allow-calendars',
  action: 'update',
  may: calendarPolicy.rule,
  fresh: true,
  input: z.strictObject({ rule: z.enum(calendarRules) }),
  async run({ tx, orgId, about }, { rule }) {
    about({ detail: { rule } })
    await updateOrganisation(tx, orgId, { calendars: rule })
    return {}
  },
})
