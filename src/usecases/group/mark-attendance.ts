import { z } from 'zod'
import { insertMarks } from '#db/attendance-mark.ts'
import { findAttendance, keepAttendance, saveSession } from '#db/group-session.ts'
import { attendanceStanding } from '#domain/group/attendance-mark.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { attendanceStates } from '#domain/group/session.ts'
import { actorId } from '#domain/member/actor.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { askForSafeCall } from '#usecases/group/ask-for-safe-call.ts'
import { aboutPlace } from '#usecases/group/held-group.ts'
import { holdMarking } from '#usecases/group/held-marking.ts'
import { markRow, marksAt } from '#usecases/group/marks-at.ts'
import { command } from '#usecases/use-case.ts'

/**
 * One tap: of one woman, whether she is there. Two who lead the group may tap at the same moment; what the other said
 * and wasn't seen stays standing beside it, and as long as they differ, who may be missing is called.
 */
export const markAttendance = command({
  name: 'mark-attendance',
  action: 'update',
  may: groupPolicy.hold,
  input: z.strictObject({
    sessionId: z.uuid(),
    placeId: z.uuid(),
    state: z.enum(attendanceStates, { error: 'choose-one' }),
    /** So many marks of her stood on the screen. */
    seen: z.int().min(0).max(1000),
  }),
  async run(work, { sessionId, placeId, state, seen }) {
    const { tx, orgId, actor, now } = work
    const { session, all, expected } = await holdMarking(work, sessionId)
    const place = all.find((row) => row.id === placeId)
    if (!place) throw new NotFound()
    aboutPlace(work, place)
    if (!expected.includes(place))
      throw new Refused(place.ended_on === null ? 'attendance-no-seat' : 'attendance-of-who-left')
    const known = (await findAttendance(tx, orgId, [sessionId])).find((row) => row.place_id === placeId)
    const marks = (await marksAt(work, sessionId)).get(placeId)
    const row = markRow(work, sessionId, placeId, { state, seen, before: marks?.count ?? 0 })
    await insertMarks(tx, [row])
    const before = marks?.standing.state ?? known?.state ?? null
    // The rule looks at all of them again: what this tap leaves standing of the others is its to say.
    const after = (await marksAt(work, sessionId)).get(placeId)?.standing ?? attendanceStanding([])
    await askForSafeCall(work, place, before, after.state)
    if (session.state === 'held' && after.state !== null) {
      await keepAttendance(tx, [
        {
          org_id: orgId,
          id: work.newId(),
          session_id: sessionId,
          place_id: placeId,
          state: after.state,
          recorded_by: actor.kind === 'member' ? actorId(actor) : null,
          recorded_at: now,
        },
      ])
      await saveSession(tx, session, { recorded_at: now })
    }
    return { disputed: after.disputed }
  },
})
