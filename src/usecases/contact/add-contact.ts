import { z } from 'zod'
import { insertContacts, listContacts } from '#db/contact.ts'
import { nextNumber } from '#domain/contact/contact-facts.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { logOutcome } from '#domain/contact/log-contact.ts'
import { isRefusal } from '#domain/refusal.ts'
import { sealNotes } from '#usecases/contact/contact-fields.ts'
import { checkAgainst, contactLog, notesOf, outcomeOf } from '#usecases/contact/contact-log.ts'
import { holdTrajectory } from '#usecases/contact/held-contact.ts'
import { loggedColumns } from '#usecases/contact/logged-columns.ts'
import { settleContacts } from '#usecases/contact/settle-contacts.ts'
import { dropOwnDraft } from '#usecases/draft/own-draft.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/** Writes down a contact that nobody had planned. It counts, and takes the place of none in the plan. */
export const addContact = command({
  name: 'add-contact',
  action: 'create',
  may: contactPolicy.log,
  input: z.strictObject({ trajectoryId: z.uuid(), ...contactLog, kind: z.literal('done') }),
  async run(work, { trajectoryId, ...log }) {
    const trajectory = await holdTrajectory(work, trajectoryId)
    const logged = logOutcome('planned', outcomeOf(log), {
      today: work.today,
      startedOn: trajectory.started_on,
    })
    if (isRefusal(logged)) throw new Refused(logged.refused)
    if (!log.on) throw new Invalid({ on: 'required' })
    const definition = definitionOf(work, trajectory)
    checkAgainst(definition, log)
    await work.vault.load([trajectory.person_id])
    const id = work.newId()
    const mode = log.mode ?? definition.contacts?.modes.value[0] ?? 'home'
    await insertContacts(work.tx, [
      {
        org_id: work.orgId,
        id,
        trajectory_id: trajectoryId,
        worker_id: trajectory.worker_id,
        number: nextNumber(await listContacts(work.tx, work.orgId, trajectoryId)),
        origin: 'extra',
        phase: trajectory.phase,
        due_from: log.on,
        due_until: log.on,
        ...loggedColumns(work, { mode, planned_on: null }, logged, log),
        ...sealNotes(work, trajectory.person_id, id, notesOf(log)),
      },
    ])
    await settleContacts(work, trajectory)
    await dropOwnDraft(work, { form: 'contact-extra', subjectId: trajectoryId })
    return { contactId: id, trajectoryId }
  },
})
