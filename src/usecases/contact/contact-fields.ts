import { z } from 'zod'
import type { ContactRow } from '#db/contact.ts'
import { feelings } from '#domain/contact/contact.ts'
import { presentPeople } from '#domain/contact/present.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** What is written about a visit is sealed under the key of the woman it is about: erasing her erases it. */
export const contactFields = sealedFields('contact', ['went_sealed', 'next_sealed'])

/** What was written before somebody asked who was there has no answer to it. */
const wentText = z.object({
  feeling: z.enum(feelings).nullable(),
  text: z.string().nullable(),
  present: z.array(z.enum(presentPeople)).default([]),
  partnerTookPart: z.boolean().default(false),
  children: z.array(z.string()).default([]),
  goals: z.array(z.string()).default([]),
})
export type Went = z.output<typeof wentText>

export interface ContactNotes {
  /** How it went, in one tap and in the worker's own words; who was there, and what it was about. */
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
    notes.went && saysSomething(notes.went) ? JSON.stringify(notes.went) : null,
  ),
  next_sealed: contactFields.sealIf(vault, motherId, contactId, 'next_sealed', notes.next),
})

const saysSomething = ({ feeling, text, present, children, goals }: Went): boolean =>
  Boolean(feeling || text) || present.length + children.length + goals.length > 0

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
