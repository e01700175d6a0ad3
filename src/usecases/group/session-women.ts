import type { PlaceRow } from '#db/group-place.ts'
import { type AttendanceRow, findAttendance, type SessionRow } from '#db/group-session.ts'
import { findMakeUps, type MakeUpRow } from '#db/make-up-talk.ts'
import { findCare } from '#db/parallel-care.ts'
import { requiredCare } from '#domain/group/enrolment-gates.ts'
import { mayMakeUp } from '#domain/group/make-up-talk.ts'
import { careNow } from '#domain/group/parallel-care.ts'
import { type AttendanceState, attendanceStates } from '#domain/group/session.ts'
import type { Work } from '#usecases/context.ts'
import { careOf } from '#usecases/group/gates-of-places.ts'
import { hasSeat, sessionStateOf } from '#usecases/group/group-states.ts'
import { aboutPlace, type HeldGroup } from '#usecases/group/held-group.ts'
import { marksAt } from '#usecases/group/marks-at.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { whoDid } from '#usecases/signal/who-did.ts'

/** Those who are expected at a session: what was said of each, by whom where two differ, and how she catches up. */
export async function sessionWomen(
  work: Work,
  { definition, rules }: Pick<HeldGroup, 'definition' | 'rules'>,
  session: SessionRow,
  places: readonly PlaceRow[],
) {
  const { tx, orgId, today } = work
  for (const place of places) aboutPlace(work, place)
  const people = await readPeople(
    work,
    places.map((place) => place.person_id),
  )
  const care = await findCare(
    tx,
    orgId,
    places.map((place) => place.trajectory_id),
  )
  const [rule] = requiredCare(definition)
  const attendance = await findAttendance(tx, orgId, [session.id])
  const marks = await marksAt(work, session.id)
  const talks = await findMakeUps(tx, orgId, [session.id])
  const names = await whoDid(work, [
    ...new Set(
      [...marks.values()]
        .filter(({ standing }) => standing.disputed)
        .flatMap(({ standing }) => standing.standing.flatMap(({ by }) => by ?? [])),
    ),
  ])
  return places.map((place) => {
    const hers = care.find(
      (one) => one.trajectory_id === place.trajectory_id && one.type === rule?.type && one.until_day === null,
    )
    const own = marks.get(place.id)
    const attended = own?.standing.state ?? attendanceOf(attendance, place.id)
    const talk = talks.findLast((row) => row.place_id === place.id && row.state !== 'cancelled') ?? null
    return {
      placeId: place.id,
      /** What somebody worries about is told of her trajectory; that opens nothing of it. */
      worryAbout: place.trajectory_id,
      given: people.get(place.person_id)?.name.given ?? '—',
      attendance: attended,
      /** So many taps of her stand on this page; a new one says that it saw them. */
      seen: own?.count ?? 0,
      disputed: own?.standing.disputed ?? false,
      said: (own?.standing.standing ?? []).map(({ state, by }) => ({
        state,
        by: by ? (names.get(by) ?? '—') : '—',
      })),
      children: place.creche_children,
      /** Her own helper must be asked after before the session (EV-F5). */
      helpUnknown: rule !== undefined && careNow(rule, hers ? careOf(hers) : null, today) !== 'active',
      makeUp: talk && makeUpLine(talk),
      mayMakeUp:
        mayMakeUp(rules, {
          session: { state: sessionStateOf(session), on: session.on_day },
          attendance: attended,
          open: talk !== null,
          inGroup: hasSeat(place),
        }) === true,
    }
  })
}

const attendanceOf = (rows: readonly AttendanceRow[], placeId: string): AttendanceState | null =>
  attendanceStates.find((state) => state === rows.find((row) => row.place_id === placeId)?.state) ?? null

const makeUpLine = (row: MakeUpRow) => ({
  id: row.id,
  version: row.version,
  state: row.state,
  plannedOn: row.planned_on,
  heldOn: row.held_on,
  minutes: row.minutes,
  counts: row.counts,
})
