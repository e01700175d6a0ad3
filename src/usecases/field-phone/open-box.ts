import { z } from 'zod'
import type { FieldPhoneRow } from '#db/field-phone.ts'
import { findPlaceOf } from '#db/phone-entry.ts'
import { entryForms } from '#domain/field-phone/phone-entry.ts'
import { writtenAt } from '#domain/field-phone/written-at.ts'
import type { Work } from '#usecases/context.ts'
import { draftAnswers } from '#usecases/draft/save-draft.ts'
import { Refused } from '#usecases/failure.ts'
import { entryFields, phoneFields, phoneMadeId } from '#usecases/field-phone/phone-fields.ts'

/** One item of a phone's queue, as it arrives. */
export const phoneItem = {
  phoneId: phoneMadeId,
  id: phoneMadeId,
  box: z.string().max(60_000),
  /** The phone's own clock, when it sent this. */
  phoneNow: z.number(),
}

const words = z.strictObject({
  form: z.enum(entryForms),
  subjectId: z.uuid(),
  claimed: z.number(),
  answers: draftAnswers,
  /** She wasn't done: her key went while she was typing. */
  draft: z.boolean().default(false),
})
export type PhoneWords = z.output<typeof words>

/** What is in the box, and when it was written by our clock; without words if it doesn't open or says nothing we know. */
export async function openBox(
  work: Work,
  phone: FieldPhoneRow,
  item: { readonly id: string; readonly box: string; readonly phoneNow: number },
) {
  await work.vault.load([phone.member_id])
  const secret = phoneFields.open(work.vault, phone.member_id, phone.id, 'box_sealed', phone.box_sealed)
  const text = secret && work.boxes.open({ boxKey: phone.box_key, secret }, item.id, item.box)
  const said = text ? readWords(text) : null
  const written = writtenAt({ claimed: said?.claimed ?? Number.NaN, now: item.phoneNow }, work.now)
  return { text: text || item.box, said, written, claimed: said && instantOf(said.claimed) }
}

export function readWords(text: string): PhoneWords | null {
  try {
    return words.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** A phone may claim a moment that no calendar has. */
const instantOf = (millis: number): Temporal.Instant | null =>
  Number.isInteger(millis) && millis > 0 && millis < 32_503_680_000_000
    ? Temporal.Instant.fromEpochMilliseconds(millis)
    : null

/** Whom it is about, also if she is hers no more; `null` where that isn't known, or a lock hides it. */
export const placeOf = (work: Work, said: PhoneWords | null) =>
  said &&
  findPlaceOf(
    work.tx,
    work.orgId,
    said.form === 'contact-log' ? { contactId: said.subjectId } : { trajectoryId: said.subjectId },
  )

/** Nothing is added to a file that was erased: not in it, not beside it, and no receipt says that there was something. */
export async function refuseErased(work: Work, personId: string): Promise<void> {
  await work.vault.load([personId])
  if (work.vault.isDestroyed(personId)) throw new Refused('no-file')
}

/** The words under the key of her whom they are about, or of the writer. */
export async function sealWords(work: Work, ownerId: string, id: string, text: string): Promise<Buffer> {
  await work.vault.load([ownerId])
  return entryFields.seal(work.vault, ownerId, id, 'words_sealed', text)
}
