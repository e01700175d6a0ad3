import { z } from 'zod'
import { concernPolicy } from '#domain/concern/concern-policy.ts'
import { addStep } from '#usecases/concern/add-step.ts'
import { holdConcern } from '#usecases/concern/held-concern.ts'
import { Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** A few words after the tap: what was seen, heard or told. Nothing that was said before changes. */
export const addToConcern = command({
  name: 'add-to-concern',
  action: 'update',
  may: concernPolicy.read,
  input: z.strictObject({ id: z.uuid(), words: z.string().trim().min(1).max(1000) }),
  async run(work, { id, words }) {
    const row = await holdConcern(work, { id, version: null })
    if (row.state === 'closed') throw new Refused('not-from-this-state')
    await addStep(work, row, { kind: 'words', words })
    return { id }
  },
})
