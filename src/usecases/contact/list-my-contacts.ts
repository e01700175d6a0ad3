import { z } from 'zod'
import { listPlannedForWorker } from '#db/contact.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { modeOf } from '#usecases/contact/contact-row.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

/**
 * A worker's own round: of each woman she is matched with the contacts for which a day was agreed, or else the first
 * that is due. First names only, and no address: this list stands open on a phone.
 */
export const listMyContacts = question({
  name: 'list-my-contacts',
  may: contactPolicy.ownVisits,
  input: z.strictObject({}),
  async run(work) {
    const { tx, actor, today } = work
    if (!isMemberWith(actor, 'worker') || !actor.workerId) return []
    const rows = await listPlannedForWorker(tx, actor, actor.workerId)
    const first = new Map<string, string>()
    for (const row of rows) if (!first.has(row.trajectory_id)) first.set(row.trajectory_id, row.id)
    const agreed = new Set(rows.filter((row) => row.planned_on).map((row) => row.trajectory_id))
    const shown = rows.filter(
      (row) => row.planned_on || (!agreed.has(row.trajectory_id) && first.get(row.trajectory_id) === row.id),
    )
    const people = await readPeople(
      work,
      shown.map((row) => row.person_id),
    )
    work.about({ trajectory: shown.map((row) => row.trajectory_id), basis: 'match' })
    return shown
      .map((row) => {
        const on = row.planned_on ?? null
        return {
          id: row.id,
          trajectoryId: row.trajectory_id,
          givenName: people.get(row.person_id)?.name.given ?? '—',
          mode: modeOf(row.mode),
          plannedOn: on,
          plannedAt: row.planned_at?.slice(0, 5) ?? null,
          dueFrom: row.due_from,
          dueUntil: row.due_until,
          lastContactOn: row.last_contact_on,
          when: whenOf(on ?? row.due_until, today),
          /** The day has been and nothing was written down yet. */
          toLog: on !== null && Temporal.PlainDate.compare(on, today) < 0,
        }
      })
      .sort((a, b) => Temporal.PlainDate.compare(a.plannedOn ?? a.dueUntil, b.plannedOn ?? b.dueUntil))
  },
})

/** `today` is also what is past and still open; a week is Monday to Sunday. */
function whenOf(day: Temporal.PlainDate, today: Temporal.PlainDate): 'today' | 'this-week' | 'later' {
  if (Temporal.PlainDate.compare(day, today) <= 0) return 'today'
  const sunday = today.add({ days: 7 - today.dayOfWeek })
  return Temporal.PlainDate.compare(day, sunday) <= 0 ? 'this-week' : 'later'
}
