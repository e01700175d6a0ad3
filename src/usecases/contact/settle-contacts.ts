import {
  type ContactRow,
  insertContacts,
  listContacts,
  saveContact,
  savePlannedContacts,
} from '#db/contact.ts'
import { saveContactFacts, type TrajectoryRow } from '#db/trajectory.ts'
import { mayTake } from '#domain/contact/contact.ts'
import { contactFacts, nextNumber } from '#domain/contact/contact-facts.ts'
import { owedWindow } from '#domain/contact/owed-window.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { contactOf, windowOf } from '#usecases/contact/contact-row.ts'
import type { Work } from '#usecases/context.ts'
import { keepReminders } from '#usecases/message/keep-reminders.ts'
import { followVisits } from '#usecases/phase/follow-visits.ts'

type Followed = Pick<TrajectoryRow, 'id' | 'org_id' | 'worker_id' | 'phase'>

/**
 * Counts anew what the trajectory says about its contacts, and brings what reminds her of them in line. Call it after
 * every change to one of them.
 */
export async function settleContacts(work: Work, trajectory: Followed): Promise<void> {
  const rows = await listContacts(work.tx, work.orgId, trajectory.id)
  const facts = contactFacts(rows.map(contactOf))
  await saveContactFacts(work.tx, work.orgId, trajectory.id, {
    last_contact_on: facts.lastContactOn,
    next_contact_on: facts.nextContactOn,
    contacts_done: facts.contactsDone,
  })
  await keepReminders(work, trajectory.id)
  if (facts.phase && facts.phase !== trajectory.phase) await followVisits(work, trajectory, facts.phase)
}

/** She is still owed the visit that fell through: puts one in its place, once, however often it is corrected. */
export async function oweAgain(
  work: Work,
  trajectory: Followed,
  definition: ProgrammeDefinition,
  fell: ContactRow,
): Promise<void> {
  const rows = await listContacts(work.tx, work.orgId, trajectory.id)
  const window = owedWindow(windowOf(fell), work.today, definition.contacts?.graceDays.value ?? 0)
  const standing = rows.find((row) => row.replaces_id === fell.id)
  if (standing) {
    if (mayTake(contactOf(standing).state, 'owe-again'))
      await saveContact(work.tx, standing, {
        state: 'planned',
        skip_reason: null,
        due_from: window.dueFrom,
        due_until: window.dueUntil,
      })
    return
  }
  await insertContacts(work.tx, [
    {
      org_id: work.orgId,
      id: work.newId(),
      trajectory_id: trajectory.id,
      worker_id: trajectory.worker_id,
      number: nextNumber(rows),
      state: 'planned',
      origin: 'replacement',
      replaces_id: fell.id,
      mode: fell.mode,
      phase: fell.phase,
      due_from: window.dueFrom,
      due_until: window.dueUntil,
    },
  ])
}

/** It took place after all: the one that was put in its place is no longer needed. */
export async function oweNoMore(work: Work, trajectory: Followed, contactId: string): Promise<void> {
  const rows = await listContacts(work.tx, work.orgId, trajectory.id)
  const standing = rows.find((row) => row.replaces_id === contactId)
  if (standing && mayTake(contactOf(standing).state, 'skip'))
    await saveContact(work.tx, standing, { state: 'skipped' })
}

/** The trajectory ends, or starts anew with another plan: what was still planned is left out. For `close-trajectory`. */
export async function skipPlannedContacts(work: Work, trajectory: Followed): Promise<number> {
  const skipped = await savePlannedContacts(work.tx, work.orgId, trajectory.id, { state: 'skipped' })
  await settleContacts(work, trajectory)
  return skipped
}
