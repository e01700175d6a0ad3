import { z } from 'zod'
import { findContact } from '#db/contact.ts'
import { findEntry, insertEntry } from '#db/phone-entry.ts'
import { answersOf, readLog } from '#domain/contact/log-answers.ts'
import { fieldPhonePolicy } from '#domain/field-phone/field-phone-policy.ts'
import { merges } from '#domain/field-phone/phone-entry.ts'
import { contactLog } from '#usecases/contact/contact-log.ts'
import { contactStateOf } from '#usecases/contact/contact-row.ts'
import { holdTrajectory } from '#usecases/contact/held-contact.ts'
import { writeDownExtra, writeDownPlanned } from '#usecases/contact/write-down.ts'
import type { Work } from '#usecases/context.ts'
import { keepDraft } from '#usecases/draft/save-draft.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { openBox, type PhoneWords, phoneItem, placeOf, refuseErased } from '#usecases/field-phone/open-box.ts'
import { ownPhone } from '#usecases/field-phone/own-phone.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Does what a phone wrote down where there was no signal, once: its receipt is written in this transaction, so
 * that of the same item in two requests one does it and nothing of the other stands. Refuses what has to be
 * looked at; `hold-entry` keeps that.
 */
export const takeEntry = command({
  name: 'take-entry',
  action: 'create',
  may: fieldPhonePolicy.carry,
  input: z.strictObject(phoneItem),
  async run(work, item) {
    const phone = await ownPhone(work, item.phoneId)
    const { said, written, claimed } = await openBox(work, phone, item)
    const first = await findEntry(work.tx, work.orgId, item.id)
    if (first) return { state: first.state }
    if (!said) throw new Refused('unreadable')
    const place = await placeOf(work, said)
    if (!place) throw new NotFound()
    await refuseErased(work, place.person_id)
    const { contactId, form } = said.draft
      ? await keepTyped(work, said, item.id)
      : await writeDown(work, said, written)
    const added = await insertEntry(work.tx, {
      org_id: work.orgId,
      id: item.id,
      phone_id: phone.id,
      member_id: phone.member_id,
      owner_id: place.person_id,
      trajectory_id: place.trajectory_id,
      contact_id: contactId,
      form,
      state: 'applied',
      claimed_at: claimed,
      written_at: written,
      received_at: work.now,
    })
    // Somebody was quicker with the same item: nothing of this may stand, and the next look finds hers.
    if (!added) throw new Refused('changed-meanwhile')
    return { state: 'applied' as const }
  },
})

/** What she was typing when her phone let go of its key: a draft of hers, beside any other. */
async function keepTyped(work: Work, { form, subjectId, answers }: PhoneWords, itemId: string) {
  await keepDraft(work, { form, subjectId, place: { here: itemId, from: null }, answers })
  return { contactId: null, form }
}

/** Puts it in the trajectory, as far as it goes in beside what is there; throws if somebody has to look. */
export async function writeDown(work: Work, said: PhoneWords, written: Temporal.Instant) {
  const day = written.toZonedDateTimeISO(work.zone).toPlainDate()
  const { on, ...answers } = readLog(answersOf(said.answers), day)
  const parsed = z.object(contactLog).safeParse({ ...answers, on })
  if (!parsed.success) throw new Invalid({ answers: 'not-valid' })
  const seen = said.form === 'contact-log' ? await findContact(work.tx, work.actor, said.subjectId) : null
  if (seen === undefined) throw new NotFound()
  const trajectory = await holdTrajectory(work, seen?.trajectory_id ?? said.subjectId)
  if (!seen) return { ...(await writeDownExtra(work, trajectory, parsed.data)), form: said.form }
  // Read again under the lock: it may have changed while we waited.
  const row = await findContact(work.tx, work.actor, said.subjectId)
  if (!row) throw new NotFound()
  const answer = merges({ hers: true, trajectoryState: trajectory.state, contact: contactStateOf(row.state) })
  if (answer !== 'apply') throw new Refused(answer.replaceAll('_', '-'))
  return {
    ...(await writeDownPlanned(work, { row, trajectory }, { ...parsed.data, ...nothingAgreed })),
    form: said.form,
  }
}
/** A day for the next visit is agreed where both calendars can be seen; on the phone it is a line of text. */
const nothingAgreed = { nextOn: null, nextAt: null, nextReason: null }
