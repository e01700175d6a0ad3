import { z } from 'zod'
import { lockWorker } from '#db/worker.ts'
import { endWaivers, insertWaiver } from '#db/worker-gate.ts'
import { dayInput } from '#domain/day.ts'
import { gateKinds } from '#domain/programme/definition.ts'
import { isRefusal } from '#domain/refusal.ts'
import { mayWaive, waiverProblems, waiverReasons } from '#domain/worker/waiver.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * A manager lets a worker go on without something: with the women she stands beside, until a day, so that nobody loses
 * her because of a certificate; or, of what only a manager may set aside (being a mother, an education), altogether. A
 * new decision takes the place of the one before, which stays readable.
 */
export const waiveGate = command({
  name: 'waive-gate',
  action: 'create',
  may: workerPolicy.waive,
  input: z.strictObject({
    workerId: z.uuid(),
    kind: z.enum(gateKinds),
    covers: z.enum(['running', 'all']),
    until: dayInput.nullish().transform((day) => day ?? null),
    reason: z.enum(waiverReasons),
  }),
  async run({ tx, orgId, actor, today, now, newId, about }, { workerId, kind, covers, until, reason }) {
    const worker = await lockWorker(tx, actor, workerId)
    if (!worker) throw new NotFound()
    about({ person: worker.person_id, detail: { gate: kind, covers } })
    const allowed = mayWaive(actor, { id: workerId, coordinatorId: worker.coordinator_id })
    if (isRefusal(allowed)) throw new Refused(allowed.refused)
    const problems = waiverProblems({ kind, covers, until }, today)
    if (Object.keys(problems).length > 0) throw new Invalid(problems)
    const by = actor.kind === 'member' ? actor.memberId : null
    await endWaivers(tx, orgId, { workerId, kind }, { ended_on: today, ended_by: by })
    const id = newId()
    await insertWaiver(tx, {
      org_id: orgId,
      id,
      worker_id: workerId,
      kind,
      covers,
      from_day: today,
      until_day: until,
      reason_code: reason,
      decided_by: by,
      decided_at: now,
      ended_on: null,
      ended_by: null,
    })
    return { waiverId: id }
  },
})
