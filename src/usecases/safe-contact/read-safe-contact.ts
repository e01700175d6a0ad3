import { findSafeContact, type SafeContactRow } from '#db/safe-contact.ts'
import type { SafeContactPolicy, SafeContactTerms } from '#domain/contact-policy/safe-contact-policy.ts'
import type { Work } from '#usecases/context.ts'
import { safeContactFields } from '#usecases/safe-contact/safe-contact-fields.ts'

/**
 * Her safe-contact terms as they stand now, `null` if she never gave any or her file was erased. Part of other work:
 * call it only for a person the actor may see.
 */
export async function readSafeContact(work: Work, personId: string): Promise<SafeContactPolicy | null> {
  const row = await findSafeContact(work.tx, work.orgId, personId)
  return row ? openSafeContact(work, row) : null
}

export async function openSafeContact(
  work: Work,
  row: Pick<SafeContactRow, 'id' | 'person_id' | 'terms_sealed' | 'confirmed_on'>,
): Promise<SafeContactPolicy | null> {
  await work.vault.load([row.person_id])
  work.about({ person: row.person_id })
  const text = safeContactFields.open(work.vault, row.person_id, row.id, 'terms_sealed', row.terms_sealed)
  if (text === null) return null
  // Our own writing, validated on the way in.
  const kept = JSON.parse(text) as SafeContactTerms & { reconfirmDays: number }
  return { ...kept, id: row.id, confirmedOn: row.confirmed_on }
}
