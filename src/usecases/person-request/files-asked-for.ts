import { beyondLocks, findBarred } from '#db/lock-reach.ts'
import { findPeopleAsked, findReferrerAccounts, type PersonRequestRow } from '#db/person-request.ts'
import { findHiddenAmong } from '#db/retention-hiding.ts'
import { fullName } from '#domain/person/person.ts'
import type { Work } from '#usecases/context.ts'
import { memberFields } from '#usecases/member/member-fields.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import type { PersonAsked } from '#usecases/person-request/person-request-fields.ts'

/** A file that may be hers who asks; a human weighs the name, as people write names in many ways. */
export interface FileAsked {
  readonly id: string
  readonly name: string
  /** Its term is over and it was put away: it comes back first. */
  readonly hidden: boolean
}

/**
 * Files by the day of birth or the mail address that was named; of referrers, accounts by the address or the name. What
 * is put away is hers as much as before, so it is found here and nowhere else; what is locked for who asks is not.
 */
export async function filesAskedFor(
  work: Work,
  row: PersonRequestRow,
  asked: PersonAsked,
): Promise<FileAsked[]> {
  const { tx, orgId, actor, vault } = work
  if (row.subject === 'partner' || actor.kind !== 'member') return []
  if (row.subject === 'referrer') return accountsAskedFor(work, asked)
  const kind = row.subject
  const prints = {
    birthDay: asked.bornOn ? await vault.fingerprint('birth-day', asked.bornOn.toString()) : null,
    email: asked.email ? await vault.fingerprint('email', asked.email.toLowerCase()) : null,
  }
  if (!prints.birthDay && !prints.email) return []
  return beyondLocks(tx, actor.memberId, async () => {
    const all = await findPeopleAsked(tx, orgId, kind, prints)
    const barred = (await findBarred(tx, orgId, [actor.memberId], all)).get(actor.memberId)
    const ids = all.filter((id) => !barred?.has(id))
    const hidden = await findHiddenAmong(tx, orgId, ids)
    const people = await readPeople(work, ids)
    return ids.flatMap((id) => {
      const person = people.get(id)
      return person && !person.erased ? [{ id, name: fullName(person.name), hidden: hidden.has(id) }] : []
    })
  })
}

async function accountsAskedFor(work: Work, asked: PersonAsked): Promise<FileAsked[]> {
  const { tx, orgId, vault } = work
  const rows = await findReferrerAccounts(tx, orgId)
  await vault.load(rows.map(({ id }) => id))
  const wanted = fullName(asked.name).toLowerCase()
  const found = rows.flatMap((row) => {
    const open = (column: 'name_sealed' | 'email_sealed') =>
      memberFields.open(vault, row.id, row.id, column, row[column])
    const [name, email] = [open('name_sealed'), open('email_sealed')]
    const same =
      name?.toLowerCase() === wanted || (email && email.toLowerCase() === asked.email?.toLowerCase())
    return name && same ? [{ id: row.id, name, hidden: false }] : []
  })
  work.about({ person: found.map(({ id }) => id) })
  return found
}
