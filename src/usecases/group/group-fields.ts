import type { GroupRow } from '#db/group.ts'
import type { PlaceRow } from '#db/group-place.ts'
import type { RelationKind } from '#domain/group/relation.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** What a group is called and where it meets, under the group's own key. */
export const groupFields = sealedFields('group', ['title_sealed', 'location_sealed'])
/** What those who lead it noted of one session, under the group's key. */
export const sessionFields = sealedFields('group_session', ['note_sealed'])
/** How she can come safely and whom she knows there, under hers. */
export const placeFields = sealedFields('group_place', ['way_sealed', 'relation_sealed'])
/** Who helps her beside the programme, under hers. */
export const careFields = sealedFields('parallel_care', ['helper_sealed'])

/** The group's key must be loaded. */
export const titleOf = ({ vault }: Work, row: GroupRow): string =>
  groupFields.open(vault, row.id, row.id, 'title_sealed', row.title_sealed) ?? '—'
export const locationOf = ({ vault }: Work, row: GroupRow): string | null =>
  groupFields.open(vault, row.id, row.id, 'location_sealed', row.location_sealed)

/** What a facilitator found: how she stands to another one in the group. */
export interface Relation {
  readonly kind: RelationKind
  readonly withPlaceId: string | null
  readonly note: string | null
}
/** `null` if nothing was found, or if her file was erased. Her key must be loaded. */
export function relationOf({ vault }: Work, row: PlaceRow): Relation | null {
  const text = placeFields.open(vault, row.person_id, row.id, 'relation_sealed', row.relation_sealed)
  // Our own writing, validated on the way in.
  return text === null ? null : (JSON.parse(text) as Relation)
}
