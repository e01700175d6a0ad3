import { insertSafeContacts } from '#db/safe-contact.ts'
import type { SafeContactTerms } from '#domain/contact-policy/safe-contact-policy.ts'
import type { Work } from '#usecases/context.ts'
import { safeContactFields } from '#usecases/safe-contact/safe-contact-fields.ts'
import type { Chance } from './chance.ts'

/** How each of these women may be reached; one in five has somebody beside her who may pick up. */
export async function simulateSafeContacts(
  work: Work,
  chance: Chance,
  personIds: readonly string[],
): Promise<void> {
  await insertSafeContacts(
    work.tx,
    personIds.map((personId) => {
      const id = work.newId()
      const kept = { ...termsOf(chance), reconfirmDays: 90 }
      return {
        org_id: work.orgId,
        id,
        person_id: personId,
        terms_sealed: safeContactFields.seal(work.vault, personId, id, 'terms_sealed', JSON.stringify(kept)),
        from_at: work.now,
        until_at: null,
        confirmed_on: work.today.subtract({ days: chance.between(0, 80) }),
        confirmed_by: null,
      }
    }),
  )
}

function termsOf(chance: Chance): Omit<SafeContactTerms, 'aloneAllTheSame'> {
  const watched = chance.chance(0.2)
  return {
    channels: watched ? ['phone'] : ['phone', 'text'],
    through: null,
    hours: watched ? [{ days: [1, 2, 4], from: '09:30', until: '14:00' }] : null,
    pickedUpBy: watched ? 'others_too' : 'only_herself',
    others: watched ? 'Haar man; hij denkt dat het de school is' : null,
    coverName: watched ? 'de school' : null,
    codeWord: null,
    language: null,
    phoneOf: 'herself',
    interpreterPreferred: null,
    interpreterExcluded: null,
    voicemail: watched ? 'never' : 'neutral',
    neverAtHome: false,
    remark: null,
  }
}
