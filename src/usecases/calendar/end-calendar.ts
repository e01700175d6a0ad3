import { z } from 'zod'
import { endFeeds } from '#db/calendar-feed.ts'
import { calendarPolicy } from '#domain/calendar/calendar-rules.ts'
import { NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Shuts her own calendar: whoever has the address finds nothing there any more. Shut already is shut. */
export const endCalendar = command({
  name: 'end-calendar',
  action: 'delete',
  may: calendarPolicy.own,
  input: z.strictObject({}),
  async run({ tx, orgId, actor, now }) {
    if (actor.kind !== 'member') throw new NotFound()
    return { ended: await endFeeds(tx, orgId, actor.memberId, now) }
  },
})
