import { z } from 'zod'
import { findFacilitators } from '#db/group.ts'
import { findSessions, saveSession } from '#db/group-session.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { stepSession } from '#domain/group/session.ts'
import { isRefusal } from '#domain/refusal.ts'
import { timeInput } from '#domain/typed-time.ts'
import { versionInput } from '#domain/version.ts'
import { refuseIfAligned } from '#usecases/aligned-offer/refuse-if-aligned.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { followSessions } from '#usecases/group/follow-sessions.ts'
import { sessionStateOf } from '#usecases/group/group-states.ts'
import { holdSession } from '#usecases/group/held-group.ts'
import { command } from '#usecases/use-case.ts'
import { refuseSessionIfClosed } from '#usecases/worker/refuse-if-gates-closed.ts'

/** Moves one session to another day. It stays between the one before it and the one after it. */
export const moveSession = command({
  name: 'move-session',
  action: 'update',
  may: groupPolicy.hold,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    on: dayInput,
    at: timeInput,
  }),
  async run(work, { id, version, on, at }) {
    const held = await holdSession(work, id, version)
    const { group, session, definition } = held
    const state = stepSession(sessionStateOf(session), 'move')
    if (isRefusal(state)) throw new Refused(state.refused)
    if (isBefore(on, work.today)) throw new Invalid({ on: 'day-in-the-past' })
    const others = (await findSessions(work.tx, work.orgId, [group.id])).filter(
      (row) => row.state !== 'cancelled' && row.id !== id,
    )
    const before = others.findLast((row) => row.number < session.number)
    const after = others.find((row) => row.number > session.number)
    if ((before && !isBefore(before.on_day, on)) || (after && !isBefore(on, after.on_day)))
      throw new Invalid({ on: 'not-in-order' })
    const leading = await findFacilitators(work.tx, work.orgId, [group.id])
    await refuseSessionIfClosed(
      work,
      definition,
      leading.map((row) => row.worker_id),
      { on, of: 'running' },
    )
    await refuseIfAligned(work, group, { moved: { sessionId: id, on, at } })
    await saveSession(work.tx, session, { state, on_day: on, at_time: at })
    await followSessions(work, held)
    return { groupId: group.id }
  },
})
