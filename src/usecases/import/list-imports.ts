import { z } from 'zod'
import { listImports as findImports } from '#db/import.ts'
import { importPolicy } from '#domain/import/import-policy.ts'
import { summaryOf } from '#usecases/import/read-import.ts'
import { question } from '#usecases/use-case.ts'

/** The last lists that were brought in, newest first, in numbers. */
export const listImports = question({
  name: 'list-imports',
  may: importPolicy.use,
  input: z.strictObject({}),
  async run(work) {
    const lists = await findImports(work.tx, work.actor, 10)
    const summaries: Awaited<ReturnType<typeof summaryOf>>[] = []
    for (const list of lists) summaries.push(await summaryOf(work, list))
    return summaries.filter(({ state }) => state !== 'discarded')
  },
})
