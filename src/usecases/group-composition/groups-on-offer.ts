import { type FacilitatorRow, findFacilitators, type GroupRow, listGroupRows } from '#db/group.ts'
import { findPlaces, type PlaceRow } from '#db/group-place.ts'
import { findSessions } from '#db/group-session.ts'
import { bounds } from '#domain/group/compose/draft.ts'
import { meetingSlots } from '#domain/group/compose/meeting-slots.ts'
import { openPlaceStates } from '#domain/group/group-place.ts'
import { type GroupRules, mayComeIn, seatsOf } from '#domain/group/group-size.ts'
import type { Slot } from '#domain/worker/profile.ts'
import type { Work } from '#usecases/context.ts'
import { groupStateOf, hasSeat, takenIn } from '#usecases/group/group-states.ts'
import { rulesOf } from '#usecases/group/held-group.ts'

/** A group that still takes women, with who is in it or on the way into it. */
export interface GroupOnOffer {
  readonly group: GroupRow
  readonly rules: GroupRules
  /** Nothing if nobody knows at what hour it meets. */
  readonly slots: readonly Slot[] | null
  readonly max: number
  readonly places: readonly PlaceRow[]
  readonly leaders: readonly FacilitatorRow[]
}

const looked = 500

/** The closed groups of one programme into which somebody may still come, those planned first first. */
export async function groupsOnOffer(work: Work, programmeId: string): Promise<GroupOnOffer[]> {
  const { tx, orgId, actor } = work
  const rows = (await listGroupRows(tx, actor, looked)).filter((row) => row.programme_id === programmeId)
  const ids = rows.map(({ id }) => id)
  const sessions = Map.groupBy(await findSessions(tx, orgId, ids), (row) => row.group_id)
  const places = Map.groupBy(await findPlaces(tx, orgId, ids), (row) => row.group_id)
  const leaders = Map.groupBy(await findFacilitators(tx, orgId, ids), (row) => row.group_id)
  const offered = rows.flatMap((group): GroupOnOffer[] => {
    const { rules } = rulesOf(work, group)
    const all = places.get(group.id) ?? []
    const own = sessions.get(group.id) ?? []
    const taken = takenIn(group, all)
    const allowed = mayComeIn(rules, {
      state: groupStateOf(group),
      seats: group.seats,
      taken,
      held: own.filter((row) => row.state === 'held').length,
    })
    if (allowed !== true || rules.open.value) return []
    const toCome = own.filter((row) => row.state === 'planned')
    return [
      {
        group,
        rules,
        slots: meetingSlots(
          toCome.map((row) => ({ on: row.on_day, at: row.at_time })),
          rules.sessionMinutes.value,
        ),
        // A seat of hers whom the reader may not see is gone all the same.
        max: seatsOf(rules, group.seats) - (taken - all.filter(hasSeat).length),
        places: all.filter((row) => openPlaceStates.some((state) => state === row.state)),
        leaders: leaders.get(group.id) ?? [],
      },
    ]
  })
  return offered.reverse().slice(0, bounds.groups)
}
