import { z } from 'zod'
import { saveConcern } from '#db/concern.ts'
import { concernDeeds } from '#domain/concern/concern.ts'
import { concernPolicy } from '#domain/concern/concern-policy.ts'
import { optionalText } from '#domain/person/person.ts'
import { versionInput } from '#domain/version.ts'
import { addStep } from '#usecases/concern/add-step.ts'
import { holdConcern, stateAfter } from '#usecases/concern/held-concern.ts'
import { command } from '#usecases/use-case.ts'

/** Says what was done about it; who raised it reads this answer too. More may be done later: each is kept. */
export const answerConcern = command({
  name: 'answer-concern',
  action: 'update',
  may: concernPolicy.decide,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    deed: z.enum(concernDeeds),
    words: optionalText(1000),
  }),
  async run(work, { id, version, deed, words }) {
    const row = await holdConcern(work, { id, version })
    const state = stateAfter(row, 'answer')
    await addStep(work, row, { kind: 'answered', code: deed, words })
    await saveConcern(work.tx, row, { state, ask_next_at: null })
    return { id }
  },
})
