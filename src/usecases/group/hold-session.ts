import { z } from 'zod'
import { findFacilitators } from '#db/group.ts'
import { findPlaces } from '#db/group-place.ts'
import {
  findAttendance,
  findSessions,
  keepAttendance,
  keepSessionFacilitators,
  saveSession,
} from '#db/group-session.ts'
import { isBefore } from '#domain/day.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { attendanceStates, maySessionStep, stepSession, themeOutcomes } from '#domain/group/session.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { askForSafeCall } from '#usecases/group/ask-for-safe-call.ts'
import { beginGroup } from '#usecases/group/begin-group.ts'
import { groupStateOf, sessionStateOf } from '#usecases/group/group-states.ts'
import { aboutPlace, holdSession } from '#usecases/group/held-group.ts'
import { inSession } from '#usecases/group/in-session.ts'
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
    facilitatorIds: z.array(z.uuid()).max(8),
    /** By place. */
    attendance: z.record(z.uuid(), z.enum(attendanceStates)),
    /** It took place although something was missing of who led it; what happened is never hidden. */
    allTheSame: z.boolean().default(false),
  }),
  async run(work, { id, version, minutes, theme, facilitatorIds, attendance, allTheSame }) {
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
    const running = groupStateOf(group)
    if (running === 'confirmed') await beginGroup(work, held)
    else if (running !== 'running' && before !== 'held') throw new Refused('group-not-running')
    const places = inSession(await findPlaces(tx, orgId, [group.id]), session)
    const missing = places.filter((place) => attendance[place.id] === undefined)
    if (missing.length > 0)
      throw new Invalid(Object.fromEntries(missing.map((place) => [`attendance.${place.id}`, 'choose-one'])))
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
      await askForSafeCall(work, place, was, attendance[place.id] ?? null)
    }
    await keepAttendance(
      tx,
      places.map((place) => ({
        org_id: orgId,
        id: work.newId(),
        session_id: id,
        place_id: place.id,
        state: attendance[place.id] ?? 'present',
        recorded_by: by,
        recorded_at: now,
      })),
    )
    await planAhead(work, group, rules)
    return { groupId: group.id }
  },
})
