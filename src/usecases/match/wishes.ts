import { findWish, findWishes, insertWish, updateWish } from '#db/match.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { emptyWishes, knownWishes, type Wishes } from '#domain/match/wishes.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

const wishFields = sealedFields('match_wish', ['wishes_sealed'])

interface KnownWishes {
  readonly wishes: Wishes
  readonly version: number
}

/** What she hopes for in the one who will stand beside her; nothing known and version 0 if nobody asked yet. */
export const readWishes = async (
  work: Work,
  trajectory: Pick<TrajectoryRow, 'id' | 'person_id'>,
): Promise<KnownWishes> =>
  (await readManyWishes(work, [trajectory])).get(trajectory.id) ?? { wishes: emptyWishes, version: 0 }

/** The same for several women at once; without those whom nobody asked yet. */
export async function readManyWishes(
  work: Work,
  trajectories: readonly Pick<TrajectoryRow, 'id' | 'person_id'>[],
): Promise<Map<string, KnownWishes>> {
  const { tx, orgId, vault } = work
  const ownerOf = new Map(trajectories.map((trajectory) => [trajectory.id, trajectory.person_id]))
  const rows = await findWishes(tx, orgId, [...ownerOf.keys()])
  await vault.load(rows.map((row) => ownerOf.get(row.trajectory_id) ?? ''))
  return new Map(
    rows.map((row) => {
      const owner = ownerOf.get(row.trajectory_id) ?? ''
      const text = wishFields.open(vault, owner, row.id, 'wishes_sealed', row.wishes_sealed)
      // Our own writing, validated on the way in.
      const wishes = text === null ? emptyWishes : knownWishes(JSON.parse(text))
      return [row.trajectory_id, { wishes, version: row.version }]
    }),
  )
}

/** Keeps her wishes, unless somebody else did since `version` (0 for the first time); then `false`. */
export async function saveWishes(
  work: Work,
  trajectory: Pick<TrajectoryRow, 'id' | 'person_id'>,
  wishes: Wishes,
  version: number,
): Promise<boolean> {
  const { tx, orgId, now, vault } = work
  await vault.load([trajectory.person_id])
  const known = await findWish(tx, orgId, trajectory.id)
  const id = known?.id ?? work.newId()
  const wishes_sealed = wishFields.seal(
    vault,
    trajectory.person_id,
    id,
    'wishes_sealed',
    JSON.stringify(wishes),
  )
  if (known) return updateWish(tx, orgId, trajectory.id, version, { wishes_sealed, changed_at: now })
  if (version !== 0) return false
  await insertWish(tx, {
    org_id: orgId,
    id,
    trajectory_id: trajectory.id,
    wishes_sealed,
    changed_at: now,
  })
  return true
}
