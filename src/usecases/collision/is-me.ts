import { findMember } from '#db/member.ts'
import type { AroundRow } from '#db/person-around.ts'
import { findWorkersByIds } from '#db/worker.ts'
import { comparedName } from '#domain/collision/compare-names.ts'
import { nothingKnown } from '#domain/collision/known.ts'
import { findPeopleToCompare, type OtherSide, openArounds } from '#usecases/collision/sides.ts'
import { weighPair } from '#usecases/collision/weigh-pair.ts'
import type { Work } from '#usecases/context.ts'
import { memberFields } from '#usecases/member/member-fields.ts'

/**
 * Which of these may be about whoever asks, held against her own name and file as they are now: she doesn't read them,
 * whatever she is here, and not even before anybody checked. Takes as long whether one is or none.
 */
export async function aboutMe(work: Work, rows: readonly AroundRow[]): Promise<ReadonlySet<string>> {
  const me = await sidesOfMe(work)
  const found = (await openArounds(work, rows)).filter((around) => {
    const hits = me.filter((side) => weighPair(around, side) !== null)
    return hits.length > 0
  })
  return new Set(found.map(({ row }) => row.id))
}

async function sidesOfMe(work: Work): Promise<OtherSide[]> {
  const { tx, orgId, actor, vault } = work
  if (actor.kind !== 'member') return []
  const row = await findMember(tx, orgId, actor.memberId)
  if (!row) return []
  await vault.load([row.id])
  const name = memberFields.open(vault, row.id, row.id, 'name_sealed', row.name_sealed) ?? ''
  const [worker] = row.worker_id ? await findWorkersByIds(tx, orgId, [row.worker_id]) : []
  return [
    {
      kind: 'member',
      id: row.id,
      version: row.version,
      name,
      known: { ...nothingKnown, names: [comparedName(name)] },
    },
    ...(worker ? await findPeopleToCompare(work, [worker.person_id]) : []),
  ]
}
