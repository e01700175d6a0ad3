import { z } from 'zod'
import { countSignatures, listSignatures, listTexts } from '#db/worker-text.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { textKinds } from '#domain/worker/worker-text.ts'
import { question } from '#usecases/use-case.ts'

/**
 * The texts that workers sign: to a worker the ones that count now and which she signed, to who watches over workers
 * also the earlier ones and how many signed each.
 */
export const listWorkerTexts = question({
  name: 'list-worker-texts',
  may: (actor) => workerPolicy.list(actor) || workerPolicy.sign(actor),
  input: z.strictObject({}),
  async run({ tx, orgId, actor }) {
    const workerId = actor.kind === 'member' ? actor.workerId : null
    const all = workerPolicy.list(actor)
    const counts = all ? await countSignatures(tx, orgId) : []
    const own = workerId ? await listSignatures(tx, orgId, workerId) : []
    const texts = await listTexts(tx, orgId)
    return textKinds.map((kind) => ({
      kind,
      versions: texts
        .filter((text) => text.kind === kind && (all || text.until_day === null))
        .map((text) => ({
          textId: text.id,
          number: text.number,
          words: text.words,
          from: text.from_day,
          until: text.until_day,
          signBy: text.sign_by,
          signed: counts.find(({ text_id }) => text_id === text.id)?.signed ?? 0,
          signedByMe: own.find(({ text_id }) => text_id === text.id)?.signed_on ?? null,
        })),
    }))
  },
})
