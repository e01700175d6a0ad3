import { z } from 'zod'
import { insertTalk, lockTalk, saveTalk } from '#db/worker-talk.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { dropReasons, hasNext, settleTalk, settlings } from '#domain/worker/talk.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'
import { countTalk } from '#usecases/worker/count-talk.ts'

/**
 * What became of a planned talk: held, on another day (because it was missed, or didn't suit), or not needed with a
 * reason. Until one of these is said it stays on her coordinator's worklist.
 */
export const settleWorkerTalk = command({
  name: 'settle-worker-talk',
  action: 'update',
  may: workerPolicy.change,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    how: z.enum(settlings),
    /** The day that comes in its place, where it was missed or moved. */
    next: dayInput.nullish().transform((on) => on ?? null),
    /** Why it isn't needed. */
    reason: z.enum(dropReasons).nullish(),
  }),
  async run(work, { id, version, how, next, reason }) {
    const { tx, orgId, actor, today, now, newId, about } = work
    const talk = await lockTalk(tx, actor, id)
    if (!talk) throw new NotFound()
    about({ person: talk.person_id })
    if (talk.version !== version) throw new Refused('changed-meanwhile')
    const state = settleTalk({ state: talk.state, plannedOn: talk.planned_on }, how, today)
    if (isRefusal(state)) throw new Refused(state.refused)
    if (how === 'cancelled' && !reason) throw new Invalid({ reason: 'choose-one' })
    const by = actor.kind === 'member' ? actor.memberId : null
    await saveTalk(tx, talk, {
      state,
      settled_on: today,
      settled_by: by,
      reason_code: how === 'cancelled' ? reason : null,
    })
    if (how === 'done')
      await countTalk(work, { workerId: talk.worker_id, kind: talk.kind, on: talk.planned_on })
    if (hasNext(how)) {
      if (!next) throw new Invalid({ next: 'required' })
      if (isBefore(next, today)) throw new Invalid({ next: 'day-passed' })
      if (next.equals(talk.planned_on)) throw new Invalid({ next: 'choose-another' })
      await insertTalk(tx, {
        org_id: orgId,
        id: newId(),
        worker_id: talk.worker_id,
        kind: talk.kind,
        planned_on: next,
        state: 'planned',
        follows_id: talk.id,
        planned_by: by,
        planned_at: now,
      })
    }
    return { workerId: talk.worker_id }
  },
})
