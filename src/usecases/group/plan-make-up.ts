import { z } from 'zod'
import { findPlaces } from '#db/group-place.ts'
import { findAttendance, findSession } from '#db/group-session.ts'
import { findMakeUps, insertMakeUp } from '#db/make-up-talk.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { makeUpDay, mayMakeUp } from '#domain/group/make-up-talk.ts'
import { attendanceStates } from '#domain/group/session.ts'
import { actorId } from '#domain/member/actor.ts'
import { isRefusal } from '#domain/refusal.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { hasSeat, sessionStateOf } from '#usecases/group/group-states.ts'
import { aboutPlace, holdGroup } from '#usecases/group/held-group.ts'
import { command } from '#usecases/use-case.ts'

/** Plans the talk in which one woman catches up with a session that she missed. */
export const planMakeUp = command({
  name: 'plan-make-up',
  action: 'create',
  may: groupPolicy.hold,
  input: z.strictObject({ sessionId: z.uuid(), placeId: z.uuid(), on: dayInput }),
  async run(work, { sessionId, placeId, on }) {
    const { tx, orgId, actor, now, today } = work
    const seen = await findSession(tx, orgId, sessionId)
    if (!seen) throw new NotFound()
    const { group, rules } = await holdGroup(work, seen.group_id)
    const session = await findSession(tx, orgId, sessionId)
    const place = (await findPlaces(tx, orgId, [group.id])).find((row) => row.id === placeId)
    if (!session || !place) throw new NotFound()
    aboutPlace(work, place)
    const known = (await findAttendance(tx, orgId, [sessionId])).find((row) => row.place_id === placeId)
    const talks = await findMakeUps(tx, orgId, [sessionId])
    const allowed = mayMakeUp(rules, {
      session: { state: sessionStateOf(session), on: session.on_day },
      attendance: attendanceStates.find((state) => state === known?.state) ?? null,
      open: talks.some((row) => row.place_id === placeId && row.state !== 'cancelled'),
      inGroup: hasSeat(place),
    })
    if (isRefusal(allowed)) throw new Refused(allowed.refused)
    if (isBefore(on, today)) throw new Invalid({ on: 'day-in-the-past' })
    const day = makeUpDay(rules, session.on_day, on)
    if (isRefusal(day)) throw new Refused(day.refused, { days: rules.makeUp?.value.withinDays ?? 0 })
    const id = work.newId()
    await insertMakeUp(tx, {
      org_id: orgId,
      id,
      session_id: sessionId,
      place_id: placeId,
      state: 'planned',
      planned_on: on,
      planned_by: actor.kind === 'member' ? actorId(actor) : null,
      counts: rules.makeUp?.value.counts ?? false,
      held_on: null,
      minutes: null,
      settled_by: null,
      settled_at: null,
      created_at: now,
    })
    return { makeUpId: id }
  },
})
