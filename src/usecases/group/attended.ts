import { countAttended, findPlacesOf } from '#db/group-place.ts'
import type { Work } from '#usecases/context.ts'

/** How many sessions she was present at; `null` if she never had a place in a group. */
export async function sessionsAttendedBy(
  { tx, orgId }: Pick<Work, 'tx' | 'orgId'>,
  trajectoryId: string,
): Promise<number | null> {
  const places = await findPlacesOf(tx, orgId, [trajectoryId])
  return places.some(({ enrolled_on }) => enrolled_on !== null)
    ? countAttended(tx, orgId, trajectoryId)
    : null
}
