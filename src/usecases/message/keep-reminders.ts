import { lockReminderMessages, type MessageRow } from '#db/message.ts'
import { type AgreedVisit, findAgreedVisits, findReminder, type ReminderRow } from '#db/reminder.ts'
import { type CarriedChannel, carriedChannels } from '#domain/message/message.ts'
import type { Outgoing } from '#domain/message/outgoing-check.ts'
import { type RemindedVisit, reminderEnds, reminderMoment, sameVisit } from '#domain/message/reminder.ts'
import type { Work } from '#usecases/context.ts'
import { moveMessage } from '#usecases/message/move-message.ts'
import { visitOf } from '#usecases/message/open-message.ts'
import { queueMessage } from '#usecases/message/queue-message.ts'
import { herLanguage, reminderFor } from '#usecases/message/to-her.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'

/** How many visits ahead have a reminder waiting: whatever lies further is still moved too often. */
const mostAhead = 3

/**
 * Brings the reminders that wait in line with the visits as they stand: what is moved is written anew, what is called off
 * is withdrawn, and each visit is told once. Nothing happens where reminders aren't switched on. The caller holds the
 * trajectory, or changes nothing of its visits. `again`: she was asked anew how she may be reached, so that what was
 * refused before may be tried once more.
 */
export async function keepReminders(work: Work, trajectoryId: string, { again = false } = {}): Promise<void> {
  const { tx, orgId } = work
  const reminder = await findReminder(tx, orgId, trajectoryId)
  if (!reminder) return
  const visits = (await findAgreedVisits(tx, orgId, trajectoryId, work.today)).slice(0, mostAhead)
  const written = await lockReminderMessages(tx, orgId, trajectoryId)
  const wanted = visits.length === 0 ? [] : await momentsOf(work, reminder, visits)
  for (const row of written.filter(({ state }) => state === 'pending'))
    if (!wanted.some((one) => stays(work, row, one))) await moveMessage(work, row, 'withdraw', gone)
  for (const one of wanted) {
    const before = written.filter((row) => row.contact_id === one.contactId)
    const [last] = before
    const told =
      last && tells(last, one) && (last.state === 'pending' ? stays(work, last, one) : stood(last, again))
    if (!told) await write(work, reminder, one, before.length)
  }
}
const gone = { reasonCode: 'message-visit-changed' } as const

/** Switched off: nothing that waits is sent any more. The caller holds the trajectory. */
export async function dropReminders(work: Work, trajectoryId: string): Promise<void> {
  const written = await lockReminderMessages(work.tx, work.orgId, trajectoryId)
  for (const row of written.filter(({ state }) => state === 'pending'))
    await moveMessage(work, row, 'withdraw', { reasonCode: 'reminders-off' })
}

interface Wanted extends RemindedVisit, Outgoing {
  readonly contactId: string
  /** When she would be told; `null` if there is no such moment any more. */
  readonly moment: Temporal.Instant | null
}

const channelOf = (reminder: ReminderRow): CarriedChannel =>
  carriedChannels.find((one) => one === reminder.channel) ?? 'email'

async function momentsOf(
  work: Work,
  reminder: ReminderRow,
  visits: readonly AgreedVisit[],
): Promise<readonly Wanted[]> {
  const policy = await readSafeContact(work, reminder.person_id)
  const person = (await readPeople(work, [reminder.person_id])).get(reminder.person_id)
  if (!person || person.erased) return []
  const channel = channelOf(reminder)
  const language = herLanguage(policy)
  const now = work.now.toZonedDateTimeISO(work.zone)
  return visits.map(({ id, planned_on: on, planned_at }) => {
    const at = planned_at?.slice(0, 5) ?? null
    // Without an agreement there are no hours; it is refused, and somebody hears why.
    const moment = reminderMoment(policy ? policy.hours : null, { on, at }, now)
    const visit = { contactId: id, on, at }
    return {
      ...visit,
      ...reminderFor({ person, language }, channel, visit),
      moment: moment?.toInstant() ?? null,
    }
  })
}

/** Does it tell of this visit as it stands? */
function tells(row: MessageRow, wanted: Wanted): boolean {
  const visit = visitOf(row)
  return visit !== null && visit.contactId === wanted.contactId && sameVisit(visit, wanted)
}

/** Is what waits what would be written now? One whose moment has come is left to leave. */
const stays = ({ now }: Work, row: MessageRow, wanted: Wanted): boolean =>
  tells(row, wanted) &&
  row.channel === wanted.channel &&
  row.language === wanted.language &&
  (wanted.moment === null ||
    Temporal.Instant.compare(row.not_before, now) <= 0 ||
    Temporal.Instant.compare(row.not_before, wanted.moment) === 0)

/** It was told, or somebody has it as a task. */
const stood = ({ state }: MessageRow, again: boolean): boolean =>
  state !== 'withdrawn' && !(again && state === 'refused')

async function write(work: Work, reminder: ReminderRow, wanted: Wanted, before: number): Promise<void> {
  const { contactId, on, at, moment, ...message } = wanted
  if (moment === null) return
  await queueMessage(work, {
    ...message,
    personId: reminder.person_id,
    trajectoryId: reminder.trajectory_id,
    visit: { contactId, on, at },
    notBefore: moment,
    notAfter: reminderEnds(wanted, work.zone),
    dedupeKey: `appointment|${contactId}|${before}`,
  })
}
