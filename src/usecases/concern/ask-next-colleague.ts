import { z } from 'zod'
import { saveConcern } from '#db/concern.ts'
import { askNext } from '#usecases/concern/ask-colleagues.ts'
import { holdConcern } from '#usecases/concern/held-concern.ts'
import { command } from '#usecases/use-case.ts'

/** Nobody took it up in ten minutes: asks whose turn it is. Does nothing if somebody did meanwhile. */
export const askNextColleague = command({
  name: 'ask-next-colleague',
  action: 'execute',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const row = await holdConcern(work, { id, version: null })
    const due = row.ask_next_at && Temporal.Instant.compare(row.ask_next_at, work.now) <= 0
    if (!due) return { asked: false }
    await saveConcern(work.tx, row, { ask_next_at: await askNext(work, row) })
    return { asked: true }
  },
})
