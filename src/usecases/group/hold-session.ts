import { z } from 'zod'
import { insertMarks } from '#db/attendance-mark.ts'
import { findFacilitators } from '#db/group.ts'
import { findPlaces, type PlaceRow } from '#db/group-place.ts'
import {
  findAttendance,
  findSessions,
  keepAttendance,
  keepSessionFacilitators,
  saveSession,
} from '#db/group-session.ts'
import { isBefore } from '#domain/day.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import {
  type AttendanceState,
  attendanceStates,
  maySessionStep,
  stepSession,
  themeOutcomes,
} from '#domain/group/session.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { useSheet } from '#usecases/conversation-sheet/used-sheet.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { askForSafeCall } from '#usecases/group/ask-for-safe-call.ts'
import { beginGroup } from '#usecases/group/begin-group.ts'
import { groupStateOf, sessionStateOf } from '#usecases/group/group-states.ts'
import { aboutPlace, holdSession } from '#usecases/group/held-group.ts'
import { refuseUnlessGoesOn } from '#usecases/group/held-marking.ts'
import { inSession } from '#usecases/group/in-session.ts'
import { type MarksOf, markRow, marksAt } from '#usecases/group/marks-at.ts'
import { planAhead } from '#usecases/group/session-rows.ts'
import { command } from '#usecases/use-case.ts'
import { refuseSessionIfClosed } from '#usecases/worker/refuse-if-gates-closed.ts'

/**
 * Writes down a session that was held: who led it, how long it took, what became of its theme, and for each woman
 * whether she was there. Written once more, it is put right. The first one makes the group run. Of a woman who stayed
 * away without a word somebody hears at once: she is called that same day, safely, and nothing is sent to her.
 */
export const recordSession = command({
  name: 'hold-session',
  action: 'update',
  may: groupPolicy.hold,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    minutes: z.int().min(1).max(600),
    theme: z.enum(themeOutcomes),
    /** Which conversation sheet was on the table. */
    sheet: z.string().max(60).nullish(),
    facilitatorIds: z.array(z.uuid()).max(8),
    /** By place; of whom it isn't said here, what was tapped on the day counts. */
    attendance: z.record(z.uuid(), z.enum(attendanceStates)).default({}),
    /** It took place although something was missing of who led it; what happened is never hidden. */
    allTheSame: z.boolean().default(false),
  }),
  async run(work, { id, version, minutes, theme, sheet, facilitatorIds, attendance, allTheSame }) {
    const { tx, orgId, actor, now, today } = work
    const held = await holdSession(work, id, version)
    const { group, definition, rules, session } = held
    const before = sessionStateOf(session)
    const state = stepSession(before, maySessionStep(before, 'correct') ? 'correct' : 'hold')
    if (isRefusal(state)) throw new Refused(state.refused)
    if (isBefore(today, session.on_day)) throw new Refused('session-to-come')
    const earlier = (await findSessions(tx, orgId, [group.id])).some(
      (row) => row.number < session.number && row.state === 'planned',
    )
    if (earlier) throw new Refused('session-earlier-open')
    refuseUnlessGoesOn(group, before)
    if (groupStateOf(group) === 'confirmed') await beginGroup(work, held)
    const all = await findPlaces(tx, orgId, [group.id])
    const places = inSession(all, session)
    refuseWhoIsNotIn(places, all, Object.keys(attendance))
    const marks = await marksAt(work, id)
    const said = new Map(
      places.map((place) => [place.id, attendance[place.id] ?? marks.get(place.id)?.standing.state]),
    )
    const problems = problemsOf(places, before === 'held' ? new Map() : marks, attendance)
    if (Object.keys(problems).length > 0) throw new Invalid(problems)
    const known = await findAttendance(tx, orgId, [id])
    const leading = (await findFacilitators(tx, orgId, [group.id])).map((row) => row.worker_id)
    if (facilitatorIds.some((one) => !leading.includes(one)))
      throw new Invalid({ facilitatorIds: 'choose-one' })
    if (allTheSame) work.about({ detail: { allTheSame: 'gates' } })
    else if (before !== 'held')
      await refuseSessionIfClosed(work, definition, facilitatorIds, { on: session.on_day, of: 'running' })
    const by = actor.kind === 'member' ? actor.memberId : null
    await saveSession(tx, session, {
      state,
      minutes,
      theme_outcome: theme,
      ...(await useSheet(work, definition, { sheetId: sheet || null, at: 'session', before: session })),
      recorded_by: by,
      recorded_at: now,
    })
    await keepSessionFacilitators(
      tx,
      leading.map((worker_id) => ({
        org_id: orgId,
        id: work.newId(),
        session_id: id,
        worker_id,
        state: facilitatorIds.includes(worker_id) ? ('present' as const) : ('absent' as const),
      })),
    )
    for (const place of places) {
      aboutPlace(work, place)
      const was = known.find((row) => row.place_id === place.id)?.state ?? null
      const tapped = marks.get(place.id)?.standing.state ?? null
      await askForSafeCall(work, place, was ?? tapped, said.get(place.id) ?? null)
    }
    await insertMarks(
      tx,
      places.flatMap(({ id: placeId }) => {
        const state = attendance[placeId]
        const before = marks.get(placeId)?.count ?? 0
        return state ? [markRow(work, id, placeId, { state, seen: before, before })] : []
      }),
    )
    await keepAttendance(
      tx,
      places.map((place) => ({
        org_id: orgId,
        id: work.newId(),
        session_id: id,
        place_id: place.id,
        state: said.get(place.id) ?? 'present',
        recorded_by: by,
        recorded_at: now,
      })),
    )
    await planAhead(work, group, rules)
    return { groupId: group.id }
  },
})

/** Of each of them somebody has to have said it; and what two say differently is settled by a tap that saw both. */
function problemsOf(
  places: readonly PlaceRow[],
  marks: ReadonlyMap<string, MarksOf>,
  attendance: Readonly<Record<string, AttendanceState>>,
): Record<string, string> {
  return Object.fromEntries(
    places.flatMap(({ id }) => {
      const standing = marks.get(id)?.standing
      const given = attendance[id]
      const code =
        standing?.disputed || (given && standing?.state && standing.state !== given)
          ? 'marked-otherwise'
          : (given ?? standing?.state)
            ? null
            : 'not-marked'
      return code ? [[`attendance.${id}`, code]] : []
    }),
  )
}

/** A page that is old may still name who left; nothing is written of her, nor quietly left out. */
function refuseWhoIsNotIn(places: readonly PlaceRow[], all: readonly PlaceRow[], named: readonly string[]) {
  const stray = named.filter((id) => !places.some((place) => place.id === id))
  if (stray.length === 0) return
  if (!stray.every((id) => all.some((place) => place.id === id))) throw new NotFound()
  const left = stray.some((id) => all.find((place) => place.id === id)?.ended_on)
  throw new Refused(left ? 'attendance-of-who-left' : 'attendance-no-seat')
}
