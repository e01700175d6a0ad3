import { insertContacts, listContacts, saveContact } from '#db/contact.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { nextNumber } from '#domain/contact/contact-facts.ts'
import { type Logged, logOutcome } from '#domain/contact/log-contact.ts'
import { isRefusal } from '#domain/refusal.ts'
import { checkPartner } from '#usecases/circle/partner-offered.ts'
import { agreeNext } from '#usecases/contact/agree-next.ts'
import { sealNotes } from '#usecases/contact/contact-fields.ts'
import {
  type Agreement,
  type ContactLog,
  checkAgainst,
  notesOf,
  outcomeOf,
} from '#usecases/contact/contact-log.ts'
import { contactOf } from '#usecases/contact/contact-row.ts'
import type { HeldContact } from '#usecases/contact/held-contact.ts'
import { loggedColumns } from '#usecases/contact/logged-columns.ts'
import { noteSafetyFact } from '#usecases/contact/note-safety-fact.ts'
import { oweAgain, settleContacts } from '#usecases/contact/settle-contacts.ts'
import { checkTouched } from '#usecases/contact/touched.ts'
import type { Work } from '#usecases/context.ts'
import { useSheet } from '#usecases/conversation-sheet/used-sheet.ts'
import { keepClaim } from '#usecases/expense/keep-claim.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/**
 * Writes down what became of a planned contact, whichever way the words came: from a page, or from a phone that had no
 * signal. The trajectory is held.
 */
export async function writeDownPlanned(
  work: Work,
  { row, trajectory }: HeldContact,
  log: ContactLog & Agreement,
) {
  const logged = logOutcome(contactOf(row).state, outcomeOf(log), {
    today: work.today,
    startedOn: trajectory.started_on,
  })
  if (isRefusal(logged)) throw new Refused(logged.refused)
  await keepLogged(work, { row, trajectory }, logged, log)
  if (logged.owed) await oweAgain(work, trajectory, definitionOf(work, trajectory), row)
  await agreeNext(work, trajectory, log, row.mode)
  await settleContacts(work, trajectory)
  if (logged.safetyFact) await noteSafetyFact(work, trajectory)
  return {
    contactId: row.id,
    trajectoryId: trajectory.id,
    safetyFact: logged.safetyFact,
    owed: logged.owed,
  }
}

/** All that was said of a contact which stands in the plan already: its row, its words, its sheet and what it cost. */
export async function keepLogged(
  work: Work,
  { row, trajectory }: HeldContact,
  logged: Logged,
  log: ContactLog,
): Promise<void> {
  const definition = definitionOf(work, trajectory)
  checkAgainst(definition, log)
  await checkTouched(work, trajectory, log)
  await work.vault.load([trajectory.person_id])
  await checkPartner(work, trajectory, definition, log)
  await saveContact(work.tx, row, {
    ...loggedColumns(work, row, logged, log),
    ...(await useSheet(work, definition, {
      sheetId: logged.state === 'done' ? log.sheet : null,
      at: 'month',
      before: row,
      quiet: trajectory.quiet_since !== null,
    })),
    ...sealNotes(work, trajectory.person_id, row.id, notesOf(log)),
  })
  const workerId = row.worker_id ?? trajectory.worker_id
  await keepClaim(work, { contactId: row.id, workerId, on: log.on }, log.claim)
}

/** A contact that nobody had planned. It counts, and takes the place of none in the plan. */
export async function writeDownExtra(work: Work, trajectory: TrajectoryRow, log: ContactLog) {
  const logged = logOutcome('planned', outcomeOf(log), {
    today: work.today,
    startedOn: trajectory.started_on,
  })
  if (isRefusal(logged)) throw new Refused(logged.refused)
  if (!log.on) throw new Invalid({ on: 'required' })
  const definition = definitionOf(work, trajectory)
  checkAgainst(definition, log)
  await checkTouched(work, trajectory, log)
  await work.vault.load([trajectory.person_id])
  await checkPartner(work, trajectory, definition, log)
  const id = work.newId()
  const mode = log.mode ?? definition.contacts?.modes.value[0] ?? 'home'
  await insertContacts(work.tx, [
    {
      org_id: work.orgId,
      id,
      trajectory_id: trajectory.id,
      worker_id: trajectory.worker_id,
      number: nextNumber(await listContacts(work.tx, work.orgId, trajectory.id)),
      origin: 'extra',
      phase: trajectory.phase,
      due_from: log.on,
      due_until: log.on,
      ...(await useSheet(work, definition, {
        sheetId: log.sheet,
        at: 'month',
        before: { sheet_id: null, sheet_version: null },
        quiet: trajectory.quiet_since !== null,
      })),
      ...loggedColumns(work, { mode, planned_on: null }, logged, log),
      ...sealNotes(work, trajectory.person_id, id, notesOf(log)),
    },
  ])
  await keepClaim(work, { contactId: id, workerId: trajectory.worker_id, on: log.on }, log.claim)
  await settleContacts(work, trajectory)
  return { contactId: id, trajectoryId: trajectory.id }
}
