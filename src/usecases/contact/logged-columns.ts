import type { ContactRow } from '#db/contact.ts'
import type { Logged } from '#domain/contact/log-contact.ts'
import { actorId } from '#domain/member/actor.ts'
import type { ContactLog } from '#usecases/contact/contact-log.ts'
import type { Work } from '#usecases/context.ts'

/** What a logged contact says in its row, apart from the sealed words. */
export const loggedColumns = (
  { actor, now }: Work,
  row: Pick<ContactRow, 'mode' | 'planned_on'>,
  logged: Logged,
  log: ContactLog,
) => ({
  state: logged.state,
  done_on: logged.doneOn,
  minutes: logged.minutes,
  cancelled_by: logged.cancelledBy,
  mode: logged.state === 'done' ? (log.mode ?? row.mode) : row.mode,
  talk_sheet: logged.state === 'done' ? log.talkSheet : null,
  // Where nobody was in, the day is the day somebody came to the door.
  planned_on: logged.state === 'no_show' ? log.on : row.planned_on,
  logged_by: actorId(actor),
  logged_at: now,
})
