import { findCoursesOf, findSafeContact, type SafeContactRow } from '#db/safe-contact.ts'
import type { SafeContactPolicy } from '#domain/contact-policy/safe-contact-policy.ts'
import type { Work } from '#usecases/context.ts'
import { safeContactFields } from '#usecases/safe-contact/safe-contact-fields.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

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
  row: Pick<SafeContactRow, 'id' | 'person_id' | 'terms_sealed' | 'confirmed_on' | 'from_at'>,
): Promise<SafeContactPolicy | null> {
  await work.vault.load([row.person_id])
  work.about({ person: row.person_id })
  const text = safeContactFields.open(work.vault, row.person_id, row.id, 'terms_sealed', row.terms_sealed)
  if (text === null) return null
  // Our own writing, validated on the way in; terms kept before something was asked have no answer to it.
  const kept = { ...neverAsked, ...(JSON.parse(text) as KeptTerms) }
  const courses = await findCoursesOf(work.tx, work.orgId, row.person_id)
  const turned = courses.find(
    ({ turned_at: at }) => at && Temporal.Instant.compare(at, row.from_at) > 0,
  )?.turned_at
  return {
    ...kept,
    id: row.id,
    confirmedOn: row.confirmed_on,
    // A programme that she came into later may ask more often.
    reconfirmDays: Math.min(
      kept.reconfirmDays,
      ...courses.map((course) => definitionOf(work, course).safety.reconfirmSafeContactDays.value),
    ),
    askAgainFrom: turned?.toZonedDateTimeISO(work.zone).toPlainDate() ?? null,
  }
}

/** What stands in the envelope; the rest is known from the row and from her programmes. */
export type KeptTerms = Omit<SafeContactPolicy, 'id' | 'confirmedOn' | 'askAgainFrom'>

const neverAsked = {
  phoneOf: 'herself',
  interpreterPreferred: null,
  interpreterExcluded: null,
  letterTo: null,
  aloneOn: null,
} as const
