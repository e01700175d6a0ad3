import { z } from 'zod'
import { saveConcern } from '#db/concern.ts'
import { concernPolicy } from '#domain/concern/concern-policy.ts'
import { addStep } from '#usecases/concern/add-step.ts'
import { holdConcern, stateAfter } from '#usecases/concern/held-concern.ts'
import { Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** "I have read it and I am on it": from now on nobody else is asked. Who is a moment later hears that somebody was first. */
export const takeUpConcern = command({
  name: 'take-up-concern',
  action: 'update',
  may: concernPolicy.decide,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const row = await holdConcern(work, { id, version: null })
    if (row.state !== 'raised') throw new Refused('concern-taken-up-already')
    await addStep(work, row, { kind: 'taken_up' })
    await saveConcern(work.tx, row, { state: stateAfter(row, 'take-up'), ask_next_at: null })
    return { id }
  },
})
