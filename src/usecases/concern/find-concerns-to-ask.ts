import { z } from 'zod'
import { findConcernsToAsk as findRows } from '#db/concern.ts'
import { question } from '#usecases/use-case.ts'

/** Concerns that nobody has taken up in time: of each the next colleague is asked. */
export const findConcernsToAsk = question({
  name: 'find-concerns-to-ask',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({}),
  async run({ tx, orgId, now }) {
    return { ids: (await findRows(tx, orgId, now)).map(({ id }) => id) }
  },
})
