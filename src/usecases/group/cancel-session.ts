import { z } from 'zod'
import { saveSession } from '#db/group-session.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { cancelReasons, stepSession } from '#domain/group/session.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { followSessions } from '#usecases/group/follow-sessions.ts'
import { sessionStateOf } from '#usecases/group/group-states.ts'
import { holdSession } from '#usecases/group/held-group.ts'
import { planAhead } from '#usecases/group/session-rows.ts'
import { command } from '#usecases/use-case.ts'

/** A session falls through, and no other day comes in its place. Of an open group one more is planned at the end. */
export const cancelSession = command({
  name: 'cancel-session',
  action: 'update',
  may: groupPolicy.plan,
  input: z.strictObject({ id: z.uuid(), version: versionInput, reason: z.enum(cancelReasons) }),
  async run(work, { id, version, reason }) {
    const held = await holdSession(work, id, version)
    const { group, rules, session } = held
    const state = stepSession(sessionStateOf(session), 'cancel')
    if (isRefusal(state)) throw new Refused(state.refused)
    await saveSession(work.tx, session, {
      state,
      cancel_code: reason,
      recorded_by: work.actor.kind === 'member' ? work.actor.memberId : null,
      recorded_at: work.now,
    })
    await planAhead(work, group, rules)
    await followSessions(work, held)
    return { groupId: group.id }
  },
})
