import { findFacilitators } from '#db/group.ts'
import type { PlaceRow } from '#db/group-place.ts'
import { findWorkersByIds } from '#db/worker.ts'
import { type Hold, strictestHold } from '#domain/collision/ruling.ts'
import { openPlaceStates } from '#domain/group/group-place.ts'
import { holdsBetween, type Looking } from '#usecases/collision/holds.ts'
import type { Work } from '#usecases/context.ts'

/**
 * May somebody around one of these women be another of this group, or somebody who leads it? Asked of who comes in
 * against all the others, both ways round.
 */
export async function holdInGroup(
  work: Work,
  { groupId, coming, all }: { groupId: string; coming: PlaceRow; all: readonly PlaceRow[] },
  looking: Looking,
): Promise<Hold | null> {
  const leading = await findFacilitators(work.tx, work.orgId, [groupId])
  const leaders = await leadersOf(
    work,
    leading.map(({ worker_id }) => worker_id),
  )
  const her = coming.person_id
  const women = [...new Set([her, ...seatedIn(all)])]
  const holds = await holdsBetween(work, looking, women, [...women, ...leaders.keys()])
  return strictestHold([
    ...women.flatMap((other) => [holds(her, other), holds(other, her)]),
    ...[...leaders].map(([other, isMe]) => said(holds(her, other), isMe)),
  ])
}

/** The same of somebody who is to lead a group in which these women are. */
export async function holdOfLeaders(
  work: Work,
  places: readonly PlaceRow[],
  workerIds: readonly string[],
): Promise<Hold | null> {
  const leaders = await leadersOf(work, workerIds)
  const women = seatedIn(places)
  const holds = await holdsBetween(work, 'now', women, [...leaders.keys()])
  return strictestHold(
    [...leaders].flatMap(([other, isMe]) => women.map((her) => said(holds(her, other), isMe))),
  )
}

const seatedIn = (places: readonly PlaceRow[]): string[] =>
  places.filter((row) => openPlaceStates.some((state) => state === row.state)).map((row) => row.person_id)

/** Their files, and whether it is whoever asks herself. */
async function leadersOf(
  { tx, orgId, actor }: Work,
  workerIds: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  const rows = await findWorkersByIds(tx, orgId, workerIds)
  return new Map(rows.map((row) => [row.person_id, actor.kind === 'member' && row.id === actor.workerId]))
}

/** Whom it may be about hears that it can't be, which has many reasons, and never that somebody is to be asked. */
const said = (hold: Hold | null, isMe: boolean): Hold | null => (hold && isMe ? 'apart' : hold)
