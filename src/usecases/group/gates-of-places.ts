import type { PlaceRow } from '#db/group-place.ts'
import { type CareRow, findCare } from '#db/parallel-care.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { type GateToMend, gatesToMend } from '#domain/group/enrolment-gates.ts'
import { openPlaceStates } from '#domain/group/group-place.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import type { ParallelCare } from '#domain/group/parallel-care.ts'
import { uncheckedWith } from '#domain/group/relation.ts'
import type { Looking } from '#usecases/collision/holds.ts'
import { givenConsents } from '#usecases/consent/read-consent.ts'
import type { Work } from '#usecases/context.ts'
import { holdInGroup } from '#usecases/group/hold-in-group.ts'
import { safeContactCounts } from '#usecases/intake/held-intake.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

export const careOf = (row: CareRow): ParallelCare => ({
  type: row.type,
  fromDay: row.from_day,
  untilDay: row.until_day,
  checkedOn: row.checked_on,
})

const checked = (row: PlaceRow) => ({
  id: row.id,
  preparedAt: row.prepared_at,
  checkedAt: row.relations_checked_at,
})
const isOpen = (row: PlaceRow) => openPlaceStates.some((state) => state === row.state)

/** What stands between this woman and a seat, of the programme she is in. `all` are the places of the same group. */
export async function gatesOfPlace(
  work: Work,
  trajectory: Pick<TrajectoryRow, 'id' | 'person_id' | 'programme_id' | 'programme_version'>,
  place: PlaceRow,
  all: readonly PlaceRow[],
  looking: Looking = 'found',
): Promise<GateToMend[]> {
  const others = all.filter(isOpen).map(checked)
  return gatesToMend(
    definitionOf(work, trajectory),
    {
      safeContactCounts: await safeContactCounts(work, trajectory.person_id),
      care: (await findCare(work.tx, work.orgId, [trajectory.id])).map(careOf),
      talkOn: place.talk_on,
      wayAgreedOn: place.way_agreed_on,
      consents: await givenConsents(work, trajectory.person_id, trajectory.id),
      relationsChecked:
        place.relations_checked_at !== null && uncheckedWith(checked(place), others).length === 0,
      relationFound: place.relation_sealed !== null,
      // Who leads the group may be whom it is about: only who gives the seats hears that there is something.
      hold: groupPolicy.plan(work.actor)
        ? await holdInGroup(work, { groupId: place.group_id, coming: place, all }, looking)
        : null,
    },
    work.today,
  )
}
