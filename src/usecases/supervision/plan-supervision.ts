import { z } from 'zod'
import { findMembersByIds } from '#db/member.ts'
import { insertSupervision } from '#db/supervision.ts'
import { findWorkerRows } from '#db/worker.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { optionalText } from '#domain/person/person.ts'
import { supervisionKinds, supervisionPolicy } from '#domain/supervision/supervision.ts'
import { timeOfDay } from '#domain/training/training.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** So long ago a meeting that nobody had planned may still be written down. */
const daysBack = 60

/** A meeting with several workers at once: who is expected, when, where and who leads it. */
export const planSupervision = command({
  name: 'plan-supervision',
  action: 'create',
  may: supervisionPolicy.plan,
  input: z.strictObject({
    kind: z.enum(supervisionKinds),
    on: dayInput,
    at: timeOfDay,
    place: optionalText(200),
    /** A colleague; nobody where they lead it among each other. */
    ledBy: z.uuid().nullish(),
    workerIds: z.array(z.uuid()).min(1, 'somebody-at-least').max(60),
  }),
  async run(work, { kind, on, at, place, ledBy, workerIds }) {
    const { tx, orgId, actor, today, now, newId, about } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const wanted = [...new Set(workerIds)]
    const workers = (await findWorkerRows(tx, actor, wanted)).filter(({ state }) => state !== 'left')
    if (workers.length < wanted.length) throw new NotFound()
    if (ledBy && (await findMembersByIds(tx, orgId, [ledBy])).length === 0) throw new NotFound()
    about({ person: [...workers.map(({ person_id }) => person_id), ...(ledBy ? [ledBy] : [])] })
    if (isBefore(on, today.subtract({ days: daysBack }))) throw new Invalid({ on: 'day-passed' })
    if (isBefore(today.add({ days: 400 }), on)) throw new Invalid({ on: 'too-far-away' })
    const id = newId()
    await work.vault.create([id])
    await insertSupervision(
      tx,
      {
        org_id: orgId,
        id,
        kind,
        on_day: on,
        starts_at: at,
        place,
        led_by: ledBy ?? null,
        state: 'planned',
        agreed_sealed: null,
        created_by: actor.memberId,
        created_at: now,
      },
      wanted.map((workerId) => ({
        org_id: orgId,
        id: newId(),
        session_id: id,
        worker_id: workerId,
        attendance: null,
        recorded_by: null,
        recorded_at: null,
      })),
    )
    return { id }
  },
})
