import { findGroup } from '#db/group.ts'
import { countAttended, findPlaces, findPlacesOf } from '#db/group-place.ts'
import { findAttendance, findSessionFacilitators, findSessions } from '#db/group-session.ts'
import { findCare } from '#db/parallel-care.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { requiredCare } from '#domain/group/enrolment-gates.ts'
import { groupFacts, placeFacts } from '#domain/group/group-facts.ts'
import { openPlaceStates } from '#domain/group/group-place.ts'
import { careNow } from '#domain/group/parallel-care.ts'
import { attendanceStates, themeOutcomes } from '#domain/group/session.ts'
import type { Facts } from '#domain/programme/expression.ts'
import type { Work } from '#usecases/context.ts'
import { careOf } from '#usecases/group/gates-of-places.ts'
import { hasSeat } from '#usecases/group/group-states.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

type Followed = Pick<TrajectoryRow, 'id' | 'programme_id' | 'programme_version'>

/**
 * What is known of one trajectory in its group, for rules that ask for it; nothing if it never had a place. Whoever
 * asks may see the trajectory. Opens nothing that is sealed.
 */
export async function readGroupFacts(work: Work, trajectory: Followed): Promise<Facts> {
  const { tx, orgId, today } = work
  const own = await findPlacesOf(tx, orgId, [trajectory.id])
  const place = own.find((row) => openPlaceStates.some((state) => state === row.state)) ?? own[0]
  if (!place) return {}
  const group = await findGroup(tx, { kind: 'system', orgId, job: 'group' }, place.group_id)
  if (!group) return {}
  const places = await findPlaces(tx, orgId, [group.id])
  const last = (await findSessions(tx, orgId, [group.id])).findLast((row) => row.state === 'held')
  const present = last ? await findSessionFacilitators(tx, orgId, [last.id]) : []
  const hers = last && (await findAttendance(tx, orgId, [last.id])).find((row) => row.place_id === place.id)
  const [rule] = requiredCare(definitionOf(work, trajectory))
  const care = (await findCare(tx, orgId, [trajectory.id])).find(
    (row) => row.type === rule?.type && row.until_day === null,
  )
  const now = rule && careNow(rule, care ? careOf(care) : null, today)
  return {
    ...groupFacts({
      startSize: group.start_size,
      size: places.filter(hasSeat).length,
      lastHeld: last
        ? {
            minutes: last.minutes,
            facilitators: present.filter(({ state }) => state === 'present').length,
            theme: themeOutcomes.find((outcome) => outcome === last.theme_outcome) ?? null,
          }
        : null,
    }),
    ...placeFacts({
      participant: hasSeat(place),
      helpActive: now === undefined || now === 'unchecked' ? null : now === 'active',
      lastAttendance: attendanceStates.find((state) => state === hers?.state) ?? null,
      attended: await countAttended(tx, orgId, trajectory.id),
      relationFound: place.relation_sealed !== null,
    }),
  }
}
