import { z } from 'zod'
import { saveContact } from '#db/contact.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { logOutcome } from '#domain/contact/log-contact.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { agreeNext } from '#usecases/contact/agree-next.ts'
import { sealNotes } from '#usecases/contact/contact-fields.ts'
import { agreement, checkAgainst, contactLog, notesOf, outcomeOf } from '#usecases/contact/contact-log.ts'
import { contactOf } from '#usecases/contact/contact-row.ts'
import { holdContact } from '#usecases/contact/held-contact.ts'
import { loggedColumns } from '#usecases/contact/logged-columns.ts'
import { noteSafetyFact } from '#usecases/contact/note-safety-fact.ts'
import { oweAgain, settleContacts } from '#usecases/contact/settle-contacts.ts'
import { dropOwnDraft } from '#usecases/draft/own-draft.ts'
import { Refused } from '#usecases/failure.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Writes down what became of a planned contact: done, called off and by whom, or nobody in; and what was agreed for
 * the next. The draft goes in the same transaction. `safetyFact` is true if her partner called it off.
 */
export const logContact = command({
  name: 'log-contact',
  action: 'update',
  may: contactPolicy.log,
  input: z.strictObject({ id: z.uuid(), version: versionInput, ...contactLog, ...agreement }),
  async run(work, { id, version, ...log }) {
    const { row, trajectory } = await holdContact(work, { id, version })
    const definition = definitionOf(work, trajectory)
    const logged = logOutcome(contactOf(row).state, outcomeOf(log), {
      today: work.today,
      startedOn: trajectory.started_on,
    })
    if (isRefusal(logged)) throw new Refused(logged.refused)
    checkAgainst(definition, log)
    await work.vault.load([trajectory.person_id])
    await saveContact(work.tx, row, {
      ...loggedColumns(work, row, logged, log),
      ...sealNotes(work, trajectory.person_id, id, notesOf(log)),
    })
    if (logged.owed) await oweAgain(work, trajectory, definition, row)
    await agreeNext(work, trajectory, log, row.mode)
    await settleContacts(work, trajectory)
    if (logged.safetyFact) await noteSafetyFact(work, trajectory)
    await dropOwnDraft(work, { form: 'contact-log', subjectId: id })
    return { contactId: id, trajectoryId: trajectory.id, safetyFact: logged.safetyFact, owed: logged.owed }
  },
})
