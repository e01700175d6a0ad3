import { z } from 'zod'
import { findPlaces, savePlace } from '#db/group-place.ts'
import { endPlace } from '#domain/group/group-place.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { relationKinds } from '#domain/group/relation.ts'
import { optionalText } from '#domain/person/person.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Forbidden, Invalid, Refused } from '#usecases/failure.ts'
import { placeFields, type Relation } from '#usecases/group/group-fields.ts'
import { placeStateOf } from '#usecases/group/group-states.ts'
import { holdPlace, leads } from '#usecases/group/held-group.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Holds one woman against everybody else in the group: does she know one of them, or the partner of one? Only who
 * leads the group may say so, and what she finds is sealed: everybody else learns at most that it is another group.
 */
export const checkRelations = command({
  name: 'check-relations',
  action: 'update',
  may: groupPolicy.prepare,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    /** `null`: nobody knows anybody. */
    found: z.enum(relationKinds).nullable(),
    withPlaceId: z.uuid().nullable().default(null),
    note: optionalText(500),
  }),
  async run(work, { id, version, found, withPlaceId, note }) {
    const { tx, orgId, vault, actor } = work
    const { place } = await holdPlace(work, id, version)
    if (!(await leads(work, place.group_id)) || actor.kind !== 'member') throw new Forbidden()
    const open = endPlace(placeStateOf(place))
    if (isRefusal(open)) throw new Refused(open.refused)
    if (withPlaceId !== null) {
      const others = await findPlaces(tx, orgId, [place.group_id])
      if (withPlaceId === id || !others.some((other) => other.id === withPlaceId))
        throw new Invalid({ withPlaceId: 'choose-one' })
    }
    const relation: Relation | null = found && { kind: found, withPlaceId, note }
    await savePlace(tx, place, {
      relations_checked_at: work.now,
      relations_checked_by: actor.workerId,
      relation_sealed: placeFields.sealIf(
        vault,
        place.person_id,
        id,
        'relation_sealed',
        relation && JSON.stringify(relation),
      ),
    })
    return { placeId: id }
  },
})
