import { z } from 'zod'
import { holdDue } from '#db/signal-watch.ts'
import { lookAt } from '#usecases/signal/keep-signals.ts'
import { command } from '#usecases/use-case.ts'

/** So many trajectories are held at a time: nobody who works with one of them waits for long. */
export const mostAtOnce = 1000

/** Looks at these trajectories' signals again, by the clock: nobody did anything, but time went on. */
export const evaluateSignals = command({
  name: 'evaluate-signals',
  action: 'update',
  may: (actor) => actor.kind === 'system',
  byClock: true,
  input: z.strictObject({ ids: z.array(z.uuid()).min(1).max(mostAtOnce) }),
  async run(work, { ids }) {
    const watched = await holdDue(work.tx, work.orgId, ids)
    const { looked, arose, ended } = await lookAt(work, watched)
    work.about({ detail: { looked, arose, ended } })
    return { looked, arose, ended }
  },
})
