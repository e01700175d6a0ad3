import { z } from 'zod'
import type { ContactRow } from '#db/contact.ts'
import { feelings } from '#domain/contact/contact.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** What is written about a visit is sealed under the key of the woman it is about: erasing her erases it. */
export const contactFields = sealedFields('contact', ['went_sealed', 'next_sealed'])

const wentText = z.object({ feeling: z.enum(feelings).nullable(), text: z.string().nullable() })
export type Went = z.output<typeof wentText>

export interface ContactNotes {
  /** How it went, in one tap and in the worker's own words. */
  readonly went: Went | null
  /** What was agreed for the next time. */
  readonly next: string | null
}

export const sealNotes = ({ vault }: Work, motherId: string, contactId: string, notes: ContactNotes) => ({
  went_sealed: contactFields.sealIf(
    vault,
    motherId,
    contactId,
    'went_sealed',
    notes.went && (notes.went.feeling || notes.went.text) ? JSON.stringify(notes.went) : null,
  ),
  next_sealed: contactFields.sealIf(vault, motherId, contactId, 'next_sealed', notes.next),
})

/** Opens what was written about a contact; the mother's key must be loaded. */
export function openNotes(
  { vault }: Work,
  motherId: string,
  row: Pick<ContactRow, 'id' | 'went_sealed' | 'next_sealed'>,
): ContactNotes {
  const went = contactFields.open(vault, motherId, row.id, 'went_sealed', row.went_sealed)
  return {
    went: went === null ? null : wentText.parse(JSON.parse(went)),
    next: contactFields.open(vault, motherId, row.id, 'next_sealed', row.next_sealed),
  }
}
