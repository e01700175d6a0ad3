import { z } from 'zod'
import { insertGates } from '#db/worker.ts'
import { endText, findSigners, insertText, lockLiveText } from '#db/worker-text.ts'
import { dayInput } from '#domain/day.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { signByProblem, textInput, textKinds } from '#domain/worker/worker-text.ts'
import { Invalid } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * A new version of the agreement or the confidentiality statement. The one before stays readable by whoever signed it;
 * with a day to sign by, it counts until and including that day and no longer.
 */
export const publishWorkerText = command({
  name: 'publish-worker-text',
  action: 'create',
  may: workerPolicy.publishText,
  input: z.strictObject({
    kind: z.enum(textKinds),
    words: textInput,
    signBy: dayInput.nullish().transform((day) => day ?? null),
  }),
  async run({ tx, orgId, actor, today, now, newId, about }, { kind, words, signBy }) {
    const problem = signByProblem(signBy, today)
    if (problem) throw new Invalid({ signBy: problem })
    const before = await lockLiveText(tx, orgId, kind)
    if (before) await endText(tx, before, today)
    const id = newId()
    const by = actor.kind === 'member' ? actor.memberId : null
    await insertText(tx, {
      org_id: orgId,
      id,
      kind,
      number: (before?.number ?? 0) + 1,
      words,
      from_day: today,
      until_day: null,
      sign_by: signBy,
      published_by: by,
      published_at: now,
    })
    const signers = signBy ? await findSigners(tx, orgId, kind) : []
    if (signBy && signers.length > 0) {
      about({ person: signers.map(({ person_id }) => person_id) })
      await insertGates(
        tx,
        signers.map((worker) => ({
          org_id: orgId,
          id: newId(),
          worker_id: worker.id,
          kind,
          seen_on: signBy.add({ days: 1 }),
          valid_until: null,
          voids_before: today,
          text_id: id,
          recorded_by: by,
          recorded_at: now,
        })),
      )
    }
    return { textId: id, toSignAgain: signers.length }
  },
})
