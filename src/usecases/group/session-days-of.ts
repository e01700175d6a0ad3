import { findPlacesOf } from '#db/group-place.ts'
import { findSessions } from '#db/group-session.ts'
import type { Day } from '#domain/day.ts'
import { openPlaceStates } from '#domain/group/group-place.ts'
import type { Work } from '#usecases/context.ts'

/** The days on which the group meets in which she has a place, without those that fell through. */
export async function sessionDaysOf(
  { tx, orgId }: Pick<Work, 'tx' | 'orgId'>,
  trajectoryId: string,
): Promise<readonly Day[]> {
  const place = (await findPlacesOf(tx, orgId, [trajectoryId])).find((row) =>
    openPlaceStates.some((state) => state === row.state),
  )
  if (!place) return []
  return (await findSessions(tx, orgId, [place.group_id]))
    .filter((row) => row.state !== 'cancelled')
    .map((row) => row.on_day)
}
