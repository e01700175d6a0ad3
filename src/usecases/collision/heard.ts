import { type CollisionRow, findMembersItIsAbout } from '#db/collision.ts'
import { findMembers } from '#db/member.ts'
import { findAround } from '#db/person-around.ts'
import { whoHears } from '#domain/collision/who-hears.ts'
import { isWorkingHere } from '#domain/on-call/on-call.ts'
import { aboutMe } from '#usecases/collision/is-me.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

export const rulingFields = sealedFields('collision_ruling', ['reason_sealed'])

/** Of these the ones that whoever asks may hear of: none that may be about her, nor what else that man resembles. */
export async function heardBy(work: Work, rows: readonly CollisionRow[]): Promise<CollisionRow[]> {
  const { tx, orgId, actor, today } = work
  if (actor.kind !== 'member' || rows.length === 0) return []
  const here = (await findMembers(tx, orgId)).filter((member) => isWorkingHere(member, today))
  const about = Map.groupBy(await findMembersItIsAbout(tx, orgId), ({ around_id }) => around_id)
  const arounds = await findAround(tx, orgId, [...new Set(rows.map(({ around_id }) => around_id))])
  const mine = await aboutMe(work, arounds)
  return rows.filter(({ around_id }) => {
    const found = about.get(around_id) ?? []
    // Nobody checked it yet, and it may be about her all the same.
    if (mine.has(around_id) && !found.some(({ member_id }) => member_id === actor.memberId)) return false
    const members = found.filter(({ verdict }) => verdict !== 'different').map(({ member_id }) => member_id)
    return whoHears(here, new Set(members)).has(actor.memberId)
  })
}
