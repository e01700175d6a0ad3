import { findPlacesById, findPlacesOf } from '#db/group-place.ts'
import { pairKey } from '#db/match.ts'
import { findPeople, type PersonRow } from '#db/person.ts'
import { findWorkersByIds } from '#db/worker.ts'
import { holdsBetween, type Looking } from '#usecases/collision/holds.ts'
import type { Work } from '#usecases/context.ts'
import { relationOf } from '#usecases/group/group-fields.ts'
import type { GroupOnOffer } from '#usecases/group-composition/groups-on-offer.ts'
import type { WomanWhoWaits } from '#usecases/group-composition/women-who-wait.ts'
import { whoIsApart } from '#usecases/match/who-is-apart.ts'

export interface Sealed {
  readonly apart: readonly (readonly [string, string])[]
  readonly never: readonly (readonly [womanId: string, groupId: string])[]
  /** Of these whoever asks may be the one it is about: to her it is one of many reasons, and nobody is to be asked. */
  readonly unsaid: ReadonlySet<string>
}

/**
 * Who can't sit with whom, and why is nobody's business: somebody around one may be the other or may lead the group, a
 * facilitator found that they know each other, they live in one street, her file is locked from who leads it.
 */
export async function sealedApart(
  work: Work,
  women: readonly WomanWhoWaits[],
  groups: readonly GroupOnOffer[],
  looking: Looking,
): Promise<Sealed> {
  const { tx, orgId, actor } = work
  const seated = groups.flatMap(({ places }) => places.map((place) => place.person_id))
  const workers = await findWorkersByIds(tx, orgId, [
    ...new Set(groups.flatMap(({ leaders }) => leaders.map((row) => row.worker_id))),
  ])
  const waiting = women.map(({ person }) => person.id)
  const all = [...new Set([...waiting, ...seated])]
  const people = new Map(
    (await findPeople(tx, orgId, [...all, ...workers.map((one) => one.person_id)])).map((row) => [
      row.id,
      row,
    ]),
  )
  const holds = await holdsBetween(work, looking, all, [...all, ...workers.map((one) => one.person_id)])
  const known = await relationsFound(work, women)
  const leaderApart = await whoIsApart(
    work,
    women.map(({ person }) => person),
    workers.map(({ id, person_id }) => ({ id, person: people.get(person_id) })),
  )
  const together = (one: string, other: string): boolean =>
    !holds(one, other) &&
    !holds(other, one) &&
    !isNeighbour(people.get(one), people.get(other)) &&
    !known.has(key(one, other))

  const apart: [string, string][] = []
  for (const [at, one] of women.entries())
    for (const other of women.slice(at + 1))
      if (!together(one.person.id, other.person.id)) apart.push([one.facts.id, other.facts.id])
  const never: [string, string][] = []
  const unsaid = new Set<string>()
  const me = actor.kind === 'member' ? actor.workerId : null
  for (const { facts, person } of women)
    for (const { group, places, leaders } of groups) {
      const of = leaders.filter(({ worker_id }) => {
        const leader = workers.find(({ id }) => id === worker_id)?.person_id
        const home = leader !== undefined && isNeighbour(person, people.get(leader))
        return (
          home || leaderApart.has(pairKey(person.id, worker_id)) || holds(person.id, leader ?? '') !== null
        )
      })
      const inIt = places.some((place) => !together(person.id, place.person_id))
      const home = group.door_print !== null && person.address_print?.equals(group.door_print) === true
      if (of.length === 0 && !inIt && !home && !known.has(key(person.id, group.id))) continue
      never.push([facts.id, group.id])
      if (of.some(({ worker_id }) => worker_id === me)) unsaid.add(`${facts.id} ${group.id}`)
    }
  return { apart, never, unsaid }
}

/** One front door, or one street of one district: as near as can be told without opening an address. */
const isNeighbour = (one: PersonRow | undefined, other: PersonRow | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.id !== other.id &&
  (same(one.address_print, other.address_print) || same(one.street_print, other.street_print))
const same = (one: Buffer | null, other: Buffer | null) => one !== null && other !== null && one.equals(other)

const key = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`)

/** What facilitators found when these women were to come into groups before: pairs, and groups if nobody was named. */
async function relationsFound(work: Work, women: readonly WomanWhoWaits[]): Promise<ReadonlySet<string>> {
  const rows = await findPlacesOf(
    work.tx,
    work.orgId,
    women.map(({ trajectory }) => trajectory.id),
  )
  const found = rows.filter((row) => row.relation_sealed !== null)
  await work.vault.load(found.map((row) => row.person_id))
  const named = new Map(found.map((row) => [row, relationOf(work, row)]))
  const others = new Map<string, string>()
  const wanted = [...named.values()].flatMap((relation) => relation?.withPlaceId ?? [])
  for (const place of await findPlacesById(work.tx, work.orgId, wanted)) others.set(place.id, place.person_id)
  return new Set(
    [...named].map(([row, relation]) =>
      key(row.person_id, others.get(relation?.withPlaceId ?? '') ?? row.group_id),
    ),
  )
}
