import { type CollisionRow, insertCollision, saveCollision } from '#db/collision.ts'
import { findHouseholds } from '#db/collision-side.ts'
import type { OtherKind } from '#domain/collision/ruling.ts'
import type { AroundSide, OtherSide } from '#usecases/collision/sides.ts'
import { standingOf } from '#usecases/collision/weigh-pair.ts'
import type { Work } from '#usecases/context.ts'

export interface Pair {
  readonly around: AroundSide
  readonly other: OtherSide
  readonly before: CollisionRow | null
}

/**
 * Writes how it stands between these pairs now; gives how many are new or open again. Whoever lives in her household by
 * our own files is known there and no stranger.
 */
export async function keepStanding(work: Work, pairs: readonly Pair[]): Promise<number> {
  const { tx, orgId, now, newId } = work
  const homes = await findHouseholds(
    tx,
    orgId,
    pairs.flatMap(({ around, other }) => [around.row.person_id, other.id]),
  )
  let found = 0
  const done = new Set<string>()
  for (const { around, other, before } of pairs) {
    const pair = `${around.row.id} ${other.id}`
    const home = homes.get(around.row.person_id)
    if (done.has(pair) || (home !== undefined && home === homes.get(other.id))) continue
    done.add(pair)
    const after = await standingOf(work, around, other, before)
    if (!after) continue
    const columns = { ...after.standing, basis_print: after.basis }
    if (!before) {
      await insertCollision(tx, {
        org_id: orgId,
        id: newId(),
        person_id: around.row.person_id,
        around_id: around.row.id,
        ...otherColumns(other),
        ...columns,
        found_at: now,
      })
      found += 1
    } else if (isOther(before, columns)) {
      const again = columns.state === 'open' && before.state !== 'open'
      await saveCollision(tx, before, { ...columns, ...(again ? { found_at: now } : {}) })
      if (again) found += 1
    }
  }
  return found
}

const isOther = (
  before: CollisionRow,
  now: Pick<CollisionRow, 'class' | 'state' | 'verdict' | 'basis_print'>,
): boolean =>
  before.class !== now.class ||
  before.state !== now.state ||
  before.verdict !== now.verdict ||
  !before.basis_print.equals(now.basis_print)

const columnOf = {
  participant: 'other_person_id',
  child: 'other_person_id',
  worker: 'other_person_id',
  member: 'other_member_id',
  referrer: 'other_referral_id',
  organisation: 'other_network_id',
  elsewhere: 'other_exchange_id',
} as const satisfies Record<OtherKind, string>
const otherColumns = ({ kind, id }: OtherSide) => ({ other_kind: kind, [columnOf[kind]]: id })
