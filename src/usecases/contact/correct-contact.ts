import { z } from 'zod'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { mayCorrect } from '#domain/contact/correct-contact.ts'
import { correctOutcome } from '#domain/contact/log-contact.ts'
import { actorId } from '#domain/member/actor.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { contactLog, outcomeOf } from '#usecases/contact/contact-log.ts'
import { contactOf } from '#usecases/contact/contact-row.ts'
import { holdContact } from '#usecases/contact/held-contact.ts'
import { noteSafetyFact } from '#usecases/contact/note-safety-fact.ts'
import { oweAgain, oweNoMore, settleContacts } from '#usecases/contact/settle-contacts.ts'
import { keepLogged } from '#usecases/contact/write-down.ts'
import { draftPlace, dropOwnDraft } from '#usecases/draft/own-draft.ts'
import { Refused } from '#usecases/failure.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/** Mends what one logged oneself earlier on the same day. Later, or by somebody else, it stands. */
export const correctContact = command({
  name: 'correct-contact',
  action: 'update',
  may: contactPolicy.log,
  input: z.strictObject({ id: z.uuid(), version: versionInput, place: draftPlace, ...contactLog }),
  async run(work, { id, version, place, ...log }) {
    const { row, trajectory } = await holdContact(work, { id, version })
    const loggedOn = row.logged_at?.toZonedDateTimeISO(work.zone).toPlainDate() ?? null
    const who = { memberId: actorId(work.actor), today: work.today }
    if (!mayCorrect({ by: row.logged_by, on: loggedOn }, who)) throw new Refused('contact-stands')
    const logged = correctOutcome(contactOf(row).state, outcomeOf(log), {
      today: work.today,
      startedOn: trajectory.started_on,
    })
    if (isRefusal(logged)) throw new Refused(logged.refused)
    await keepLogged(work, { row, trajectory }, logged, log)
    if (logged.owed) await oweAgain(work, trajectory, definitionOf(work, trajectory), row)
    else await oweNoMore(work, trajectory, id)
    await settleContacts(work, trajectory)
    if (logged.safetyFact && row.cancelled_by !== 'partner') await noteSafetyFact(work, trajectory)
    await dropOwnDraft(work, { form: 'contact-log', subjectId: id, place })
    return { contactId: id, trajectoryId: trajectory.id, safetyFact: logged.safetyFact, owed: logged.owed }
  },
})
