import type { CollisionRow } from '#db/collision.ts'
import { findByPrints, findReferrers, pageOfReferrers } from '#db/collision-side.ts'
import { findMembers } from '#db/member.ts'
import { findNetworkOrganisations } from '#db/network-organisation.ts'
import { isWorkingHere } from '#domain/on-call/on-call.ts'
import {
  type AroundSide,
  findPeopleToCompare,
  type OtherSide,
  openMembers,
  openNetwork,
  openReferrers,
} from '#usecases/collision/sides.ts'
import type { Work } from '#usecases/context.ts'
import { freshenNames } from '#usecases/person/load-names.ts'

/** By name the best so many are looked at: more bear a name that says nothing. */
const mostByName = 50
/** Who referred longer ago than this refers no more. */
const referrersFor = Temporal.Duration.from({ hours: 24 * 730 })
const page = 500

/**
 * Whom the organisation knows that may be one of these: people by the names in memory and by keyed hashes of number and
 * birth day, and all members, referrers and network organisations, of whom there are few. With those of whom something
 * was found before, to see whether it still holds.
 */
export async function whoResembles(
  work: Work,
  arounds: readonly AroundSide[],
  before: readonly CollisionRow[],
): Promise<OtherSide[]> {
  const { tx, orgId, today } = work
  const some = arounds.filter(({ row }) => row.until_day === null)
  const ids = new Set(before.flatMap(({ other_person_id }) => other_person_id ?? []))
  await freshenNames(work)
  for (const { told } of some)
    for (const name of told.names)
      for (const { personId } of work.names.search(orgId, name, mostByName)) ids.add(personId)
  for (const id of await findByPrints(tx, orgId, await printsOf(work, some))) ids.add(id)
  const members = (await findMembers(tx, orgId)).filter((member) => isWorkingHere(member, today))
  return [
    ...(await findPeopleToCompare(work, [...ids])),
    ...(await openMembers(work, members)),
    ...(await referrersOf(work, before)),
    ...openNetwork(await findNetworkOrganisations(tx, orgId)),
  ]
}

async function printsOf({ vault }: Work, some: readonly AroundSide[]) {
  const phones: Buffer[] = []
  const birthDays: Buffer[] = []
  for (const { phone, birthDay } of some.map(({ told }) => told)) {
    if (phone) phones.push(await vault.fingerprint('phone', phone))
    if (!birthDay) continue
    birthDays.push(await vault.fingerprint('birth-day', birthDay.toString()))
    if (birthDay.day <= 12)
      birthDays.push(
        await vault.fingerprint(
          'birth-day',
          birthDay.with({ day: birthDay.month, month: birthDay.day }).toString(),
        ),
      )
  }
  return { phones, birthDays }
}

/** One professional stands in many referrals; the last one says enough. */
export async function referrersOf(work: Work, before: readonly CollisionRow[]): Promise<OtherSide[]> {
  const { tx, orgId, now } = work
  const ids = before.flatMap(({ other_referral_id }) => other_referral_id ?? [])
  const known = await openReferrers(work, await findReferrers(tx, orgId, ids))
  const found = new Map(known.map((side) => [keyOf(side), side]))
  for (let after: string | null = null; ; ) {
    const rows = await pageOfReferrers(tx, orgId, { since: now.subtract(referrersFor), after, limit: page })
    for (const side of await openReferrers(work, rows))
      if (!found.has(keyOf(side))) found.set(keyOf(side), side)
    if (rows.length < page) return [...found.values()]
    after = rows.at(-1)?.id ?? null
  }
}
const keyOf = ({ name, known: { phone, organisation } }: OtherSide): string =>
  JSON.stringify([name, phone, organisation])
