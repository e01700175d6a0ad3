import { z } from 'zod'
import { insertGate, lockWorker } from '#db/worker.ts'
import { findText, insertSignature, listSignatures } from '#db/worker-text.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** A worker signs a text of her organisation, herself and as it stands now. Nobody signs for another. */
export const signWorkerText = command({
  name: 'sign-worker-text',
  action: 'create',
  may: workerPolicy.sign,
  input: z.strictObject({ textId: z.uuid(), agreed: z.literal(true, 'agreement-needed') }),
  async run({ tx, orgId, actor, today, now, newId, about }, { textId }) {
    if (actor.kind !== 'member' || !actor.workerId) throw new NotFound()
    const worker = await lockWorker(tx, actor, actor.workerId)
    const text = await findText(tx, orgId, textId)
    if (!worker || !text) throw new NotFound()
    about({ person: worker.person_id, basis: 'own_record', detail: { gate: text.kind } })
    if (text.until_day) throw new Refused('worker-text-outdated')
    const signed = await listSignatures(tx, orgId, worker.id)
    if (signed.some(({ text_id }) => text_id === textId)) throw new Refused('worker-text-signed')
    await insertSignature(tx, {
      org_id: orgId,
      id: newId(),
      worker_id: worker.id,
      text_id: textId,
      signed_on: today,
      signed_at: now,
      signed_by: actor.memberId,
    })
    await insertGate(tx, {
      org_id: orgId,
      id: newId(),
      worker_id: worker.id,
      kind: text.kind,
      seen_on: today,
      valid_until: null,
      text_id: textId,
      recorded_by: actor.memberId,
      recorded_at: now,
    })
    return { signedOn: today.toString() }
  },
})
