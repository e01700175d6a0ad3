import { z } from 'zod'
import { end } from '#domain/lone-visit/lone-visit.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import { hearWord } from '#usecases/lone-visit/hear-word.ts'
import { holdOwnVisit, saveSaid } from '#usecases/lone-visit/held-visit.ts'
import { visitOf } from '#usecases/lone-visit/lone-visit-fields.ts'
import { command } from '#usecases/use-case.ts'

/**
 * "I'm out." Whichever of her words she says, this does and answers the same; a word that is not hers is counted, and
 * that has to stay, so it is an answer and no refusal.
 */
export const endLoneVisit = command({
  name: 'end-lone-visit',
  action: 'update',
  may: loneVisitPolicy.go,
  input: z.strictObject({ id: z.uuid(), word: z.string().max(200).nullish() }),
  async run(work, { id, word }): Promise<{ said: 'out' | 'not-that-word' }> {
    const row = await holdOwnVisit(work, id)
    const heard = await hearWord(work, row.worker_id, word ?? null)
    await saveSaid(work, row, end(visitOf(row), heard, work.now))
    return { said: heard === 'neither' ? 'not-that-word' : 'out' }
  },
})
