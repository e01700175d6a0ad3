import { z } from 'zod'
import { insertCheckIn } from '#db/check-in.ts'
import { findOpenTaskOf } from '#db/task.ts'
import {
  alarmOf,
  checkInAnswers,
  checkInNote,
  checkInWays,
  motherWays,
  workerWays,
} from '#domain/check-in/check-in.ts'
import { momentCode } from '#domain/check-in/check-in-plan.ts'
import { checkInPolicy } from '#domain/check-in/check-in-policy.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { sides } from '#domain/match/match.ts'
import { checkInFields } from '#usecases/check-in/check-in-fields.ts'
import { holdCheckIn } from '#usecases/check-in/hold-check-in.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Keeps what one side said at a check-in: a coordinator writes it down for either, a worker fills in her own. That it
 * doesn't fit or that one wants to stop is a coordinator's to look at today; the other side is told nothing.
 */
export const takeCheckIn = command({
  name: 'take-check-in',
  action: 'create',
  may: checkInPolicy.take,
  input: z.strictObject({
    matchId: z.uuid(),
    side: z.enum(sides),
    moment: z.string().regex(momentCode, 'not-valid'),
    on: dayInput,
    way: z.enum(checkInWays),
    answers: checkInAnswers,
    note: checkInNote,
  }),
  async run(work, { matchId, side, moment, on, way, answers, note }) {
    const { tx, orgId, actor, today, now, vault } = work
    const { match, dueOn, ownerId } = await holdCheckIn(work, { matchId, side, moment })
    if (isBefore(today, on)) throw new Invalid({ on: 'in-the-future' })
    if (match.started_on && isBefore(on, match.started_on)) throw new Invalid({ on: 'before-they-began' })
    const herself = actor.kind === 'member' && actor.workerId === match.worker_id
    const ways: readonly string[] = herself
      ? ['herself']
      : side === 'worker'
        ? workerWays
        : motherWays(await readSafeContact(work, match.person_id), on)
    if (!ways.includes(way)) throw new Refused('check-in-not-this-way')
    if (Object.values(answers).every((answer) => answer === null) && !note)
      throw new Refused('check-in-empty')
    await vault.load([ownerId])
    const id = work.newId()
    await insertCheckIn(tx, {
      org_id: orgId,
      id,
      match_id: matchId,
      side,
      moment,
      due_on: dueOn,
      state: 'done',
      on_day: on,
      way,
      fit: answers.fit,
      often: answers.often,
      hard: answers.hard,
      go_on: answers.goOn,
      note_sealed: checkInFields.sealIf(vault, ownerId, id, 'note_sealed', note),
      missed_code: null,
      settled_by: actor.kind === 'member' ? actor.memberId : null,
      settled_at: now,
    })
    const reasonCode = alarmOf(answers)
    if (reasonCode && !(await findOpenTaskOf(tx, orgId, match.trajectory_id, reasonCode)))
      await createTask(work, { kind: 'check_in', reasonCode, trajectoryId: match.trajectory_id })
    return { trajectoryId: match.trajectory_id }
  },
})
