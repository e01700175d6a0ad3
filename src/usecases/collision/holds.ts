import { type CollisionRow, findStanding } from '#db/collision.ts'
import { listAround } from '#db/person-around.ts'
import { type Hold, holdOf, strictestHold } from '#domain/collision/ruling.ts'
import { findPeopleToCompare, openArounds } from '#usecases/collision/sides.ts'
import { standingOf } from '#usecases/collision/weigh-pair.ts'
import type { Work } from '#usecases/context.ts'

/** What stands between a woman and somebody else, by the ids of both their files. */
export type Holds = (womanId: string, otherId: string) => Hold | null

/** As it was found last, for a list; or as it is at this moment, for what is decided. */
export type Looking = 'found' | 'now'
export const holdsBetween = (
  work: Work,
  looking: Looking,
  womenIds: readonly string[],
  otherIds: readonly string[],
): Promise<Holds> => (looking === 'now' ? holdsNow : holdsFound)(work, womenIds, otherIds)

/** As it was found last: for lists, which decide nothing. */
async function holdsFound(
  { tx, orgId }: Pick<Work, 'tx' | 'orgId'>,
  womenIds: readonly string[],
  otherIds: readonly string[],
): Promise<Holds> {
  return holdsOf((await findStanding(tx, orgId, womenIds, otherIds)).map(ofRow))
}

/**
 * As it is at this moment, for what is decided now: somebody who was written down a second ago stands in the way too.
 * All of both sides are opened and compared, so that it takes as long whether anything is found or not.
 */
async function holdsNow(
  work: Work,
  womenIds: readonly string[],
  otherIds: readonly string[],
): Promise<Holds> {
  const { tx, orgId } = work
  const before = await findStanding(tx, orgId, womenIds, otherIds)
  const arounds = await openArounds(work, await listAround(tx, orgId, womenIds))
  const others = await findPeopleToCompare(work, otherIds)
  const found = before.map(ofRow)
  for (const around of arounds)
    for (const other of others) {
      const known = before.find((row) => row.around_id === around.row.id && row.other_person_id === other.id)
      const now = await standingOf(work, around, other, known ?? null)
      if (now) found.push([keyOf(around.row.person_id, other.id), holdOf(now.standing)])
    }
  return holdsOf(found)
}

const keyOf = (womanId: string, otherId: string) => `${womanId} ${otherId}`
const ofRow = (row: CollisionRow): [string, Hold | null] => [
  keyOf(row.person_id, row.other_person_id ?? ''),
  holdOf(row),
]

function holdsOf(found: readonly (readonly [string, Hold | null])[]): Holds {
  const holds = new Map<string, Hold | null>()
  for (const [key, hold] of found) holds.set(key, strictestHold([holds.get(key) ?? null, hold]))
  return (womanId, otherId) => holds.get(keyOf(womanId, otherId)) ?? null
}
