import { z } from 'zod'
import { insertCheckIn } from '#db/check-in.ts'
import { checkInMissed } from '#domain/check-in/check-in.ts'
import { momentCode } from '#domain/check-in/check-in-plan.ts'
import { checkInPolicy } from '#domain/check-in/check-in-policy.ts'
import { sides } from '#domain/match/match.ts'
import { holdCheckIn } from '#usecases/check-in/hold-check-in.ts'
import { command } from '#usecases/use-case.ts'

/** Keeps that one side wasn't heard this time, and why; the next one comes on its own day. */
export const missCheckIn = command({
  name: 'miss-check-in',
  action: 'create',
  may: checkInPolicy.miss,
  input: z.strictObject({
    matchId: z.uuid(),
    side: z.enum(sides),
    moment: z.string().regex(momentCode, 'not-valid'),
    reason: z.enum(checkInMissed),
  }),
  async run(work, { matchId, side, moment, reason }) {
    const { tx, orgId, actor, today, now } = work
    const { match, dueOn } = await holdCheckIn(work, { matchId, side, moment })
    await insertCheckIn(tx, {
      org_id: orgId,
      id: work.newId(),
      match_id: matchId,
      side,
      moment,
      due_on: dueOn,
      state: 'missed',
      on_day: today,
      way: null,
      fit: null,
      often: null,
      hard: null,
      go_on: null,
      note_sealed: null,
      missed_code: reason,
      settled_by: actor.kind === 'member' ? actor.memberId : null,
      settled_at: now,
    })
    return { trajectoryId: match.trajectory_id }
  },
})
