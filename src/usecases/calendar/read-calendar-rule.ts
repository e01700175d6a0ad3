import { z } from 'zod'
import { countOpenFeeds } from '#db/calendar-feed.ts'
import { findOrganisation } from '#db/organisation.ts'
import { type CalendarRule, calendarPolicy } from '#domain/calendar/calendar-rules.ts'
import { question } from '#usecases/use-case.ts'

/** What the organisation lets stand on workers' own calendars, and how many of those are open; not whose. */
export const readCalendarRule = question({
  name: 'read-calendar-rule',
  may: calendarPolicy.rule,
  input: z.strictObject({}),
  async run({ tx, orgId }): Promise<{ rule: CalendarRule; open: number }> {
    const { calendars } = await findOrganisation(tx, orgId)
    return { rule: calendars, open: await countOpenFeeds(tx, orgId) }
  },
})
