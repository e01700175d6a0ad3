import { z } from 'zod'
import { findWorker, insertGate } from '#db/worker.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { gateKinds } from '#domain/programme/definition.ts'
import { isHerself } from '#domain/worker/waiver.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Writes down that something was seen or signed: her VOG, a certificate, the agreement. Of a VOG only that it was
 * seen and when, never a copy or what stands on it. Nothing is overwritten; a new one stands beside the old.
 */
export const recordGate = command({
  name: 'record-gate',
  action: 'create',
  may: workerPolicy.recordGate,
  input: z.strictObject({
    workerId: z.uuid(),
    kind: z.enum(gateKinds),
    seenOn: dayInput,
    /** Its last day, if it says one itself. */
    validUntil: dayInput.nullish().transform((day) => day ?? null),
    /** It was looked at and is not in order: what was seen before counts no more. */
    notInOrder: z.boolean().default(false),
    /** Of a VOG: the screening profile, as it says itself. */
    profile: z
      .string()
      .trim()
      .regex(/^\d{2}(?:\s*[,+ ]\s*\d{2}){0,7}$/, 'not-a-profile')
      .nullish(),
  }),
  async run({ tx, orgId, actor, today, now, newId, about }, { workerId, kind, seenOn, ...said }) {
    const { notInOrder, profile } = said
    const validUntil = notInOrder ? null : said.validUntil
    const worker = await findWorker(tx, actor, workerId)
    if (!worker) throw new NotFound()
    about({ person: worker.person_id, detail: { gate: kind } })
    if (isHerself(actor, workerId)) throw new Refused('gate-own')
    if (isBefore(today, seenOn)) throw new Invalid({ seenOn: 'in-the-future' })
    if (validUntil && isBefore(validUntil, seenOn)) throw new Invalid({ validUntil: 'before-it-began' })
    const id = newId()
    await insertGate(tx, {
      org_id: orgId,
      id,
      worker_id: workerId,
      kind,
      seen_on: seenOn,
      valid_until: validUntil,
      recorded_by: actor.kind === 'member' ? actor.memberId : null,
      recorded_at: now,
      profile: kind === 'vog' ? (profile ?? null) : null,
      voids_before: notInOrder ? seenOn.add({ days: 1 }) : null,
    })
    return { gateId: id }
  },
})
