import { z } from 'zod'
import { findWorker } from '#db/worker.ts'
import { insertAway } from '#db/worker-days.ts'
import { dayInput } from '#domain/day.ts'
import { awayKinds, awayProblems } from '#domain/worker/own-file.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** When she is away, or there by phone only: said by herself, or by her coordinator for her. */
export const tellAway = command({
  name: 'tell-away',
  action: 'create',
  may: (actor) => workerPolicy.own(actor) || workerPolicy.change(actor),
  input: z.strictObject({ workerId: z.uuid(), kind: z.enum(awayKinds), from: dayInput, until: dayInput }),
  async run({ tx, orgId, actor, today, now, newId, about }, { workerId, kind, from, until }) {
    const worker = await findWorker(tx, actor, workerId)
    if (!worker) throw new NotFound()
    const own = actor.kind === 'member' && actor.workerId === workerId
    if (!own && !workerPolicy.change(actor)) throw new Forbidden()
    about({ person: worker.person_id })
    const problems = awayProblems({ from, until }, today)
    if (Object.keys(problems).length > 0) throw new Invalid(problems)
    const id = newId()
    await insertAway(tx, {
      org_id: orgId,
      id,
      worker_id: workerId,
      kind,
      from_day: from,
      until_day: until,
      said_by: actor.kind === 'member' ? actor.memberId : null,
      said_at: now,
      withdrawn_on: null,
    })
    return { awayId: id }
  },
})
