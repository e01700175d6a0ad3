import type { PlaceRow } from '#db/group-place.ts'
import type { AttendanceRow, SessionRow } from '#db/group-session.ts'
import { findMakeUps } from '#db/make-up-talk.ts'
import { findTrajectory } from '#db/trajectory.ts'
import type { GateToMend } from '#domain/group/enrolment-gates.ts'
import type { PlaceState } from '#domain/group/group-place.ts'
import type { Work } from '#usecases/context.ts'
import { gatesOfPlace } from '#usecases/group/gates-of-places.ts'
import { hasSeat, placeStateOf } from '#usecases/group/group-states.ts'
import { aboutPlace } from '#usecases/group/held-group.ts'
import { readPeople } from '#usecases/person/person-file.ts'

export interface PlaceLine {
  readonly id: string
  /** Her first name, and no more. */
  readonly given: string
  readonly state: PlaceState
  /** What still has to be mended, of a candidate before her seat, of others while they sit in it. */
  readonly open: readonly GateToMend[]
  readonly attended: number
  readonly missed: number
  /** Of those she missed, so many she caught up with. */
  readonly madeUp: number
  /** She stayed away from the last session without a word. */
  readonly missing: boolean
}

export async function readPlaceLines(
  work: Work,
  places: readonly PlaceRow[],
  {
    sessions,
    attendance,
  }: { readonly sessions: readonly SessionRow[]; readonly attendance: readonly AttendanceRow[] },
): Promise<PlaceLine[]> {
  const naast = { kind: 'system', orgId: work.orgId, job: 'group' } as const
  const people = await readPeople(
    work,
    places.map((place) => place.person_id),
  )
  const talks = await findMakeUps(
    work.tx,
    work.orgId,
    sessions.filter((row) => row.state === 'held').map((row) => row.id),
  )
  const last = sessions.findLast((row) => row.state === 'held')
  const lines: PlaceLine[] = []
  for (const place of places) {
    aboutPlace(work, place)
    const trajectory = await findTrajectory(work.tx, naast, place.trajectory_id)
    const looked = trajectory && (place.state === 'candidate' || hasSeat(place))
    const hers = attendance.filter((row) => row.place_id === place.id)
    const caughtUp = talks.filter((row) => row.place_id === place.id && row.state === 'held')
    lines.push({
      id: place.id,
      given: people.get(place.person_id)?.name.given ?? '—',
      state: placeStateOf(place),
      open: looked ? await gatesOfPlace(work, trajectory, place, places) : [],
      attended: hers.filter((row) => row.state === 'present').length,
      missed: hers.filter((row) => row.state !== 'present').length,
      madeUp: caughtUp.length,
      missing: hers.some((row) => row.session_id === last?.id && row.state === 'absent_unnotified'),
    })
  }
  return lines
}
