import { z } from 'zod'
import { findOwnFeed } from '#db/calendar-feed.ts'
import { findOrganisation } from '#db/organisation.ts'
import { type CalendarRule, calendarPolicy } from '#domain/calendar/calendar-rules.ts'
import { NotFound } from '#usecases/failure.ts'
import { question } from '#usecases/use-case.ts'

/** Is her calendar open, since when, and when did something look at it last; and what her organisation lets stand on it. */
export const readOwnCalendar = question({
  name: 'read-own-calendar',
  may: calendarPolicy.own,
  input: z.strictObject({}),
  async run({ tx, orgId, actor }): Promise<{
    rule: CalendarRule
    open: { madeAt: Temporal.Instant; fetchedAt: Temporal.Instant | null } | null
  }> {
    if (actor.kind !== 'member') throw new NotFound()
    const { calendars } = await findOrganisation(tx, orgId)
    const feed = await findOwnFeed(tx, orgId, actor.memberId)
    return { rule: calendars, open: feed ? { madeAt: feed.made_at, fetchedAt: feed.last_fetched_at } : null }
  },
})
