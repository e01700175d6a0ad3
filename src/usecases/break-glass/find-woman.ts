import { findMothersByPrints, noPrints } from '#db/person.ts'
import { findCasesOfPeople } from '#db/person-case.ts'
import type { Day } from '#domain/day.ts'
import { alike } from '#domain/person/name-likeness.ts'
import { readPhone } from '#domain/person/phone.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { freshenNames } from '#usecases/person/load-names.ts'

export interface WhoSheIs {
  readonly name: string
  readonly birthDay: Day | null
  readonly phone: string | null
}

/** More share a birth day with her than this only in a very large organisation. */
const candidates = 200

/**
 * The one woman with this name and this birth day or phone number. Whoever may not see files hears of nobody else, and
 * nothing of somebody whose file is locked for her: that one isn't found, like somebody whom nobody knows.
 */
export async function findWoman(work: Work, { name, birthDay, phone }: WhoSheIs): Promise<string> {
  const { tx, orgId, vault } = work
  const number = phone === null ? null : readPhone(phone)
  const rows = await findMothersByPrints(
    tx,
    orgId,
    {
      ...noPrints,
      phone: number ? [await vault.fingerprint('phone', number)] : [],
      birthDay: birthDay ? [await vault.fingerprint('birth-day', birthDay.toString())] : [],
    },
    candidates,
  )
  await freshenNames(work)
  const likeness = work.names.likenessTo(orgId, name)
  const called = rows.filter(({ id, version }) => (likeness(id, version) ?? 0) >= alike).map(({ id }) => id)
  const naast = { kind: 'system', orgId, job: 'break-glass' } as const
  const { trajectories, referrals } = await findCasesOfPeople(tx, naast, called)
  const [one, ...others] = new Set([...trajectories, ...referrals].map(({ person_id }) => person_id))
  if (!one) throw new Refused('glass-nobody-found')
  if (others.length > 0) throw new Refused('glass-more-than-one')
  return one
}
