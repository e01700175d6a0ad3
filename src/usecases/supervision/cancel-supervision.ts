import { z } from 'zod'
import { saveSupervision } from '#db/supervision.ts'
import { isRefusal } from '#domain/refusal.ts'
import { stepSupervision, supervisionPolicy } from '#domain/supervision/supervision.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { holdSupervision } from '#usecases/supervision/held-supervision.ts'
import { command } from '#usecases/use-case.ts'

/** It isn't held after all; for nobody it counts as missed. */
export const cancelSupervision = command({
  name: 'cancel-supervision',
  action: 'update',
  may: supervisionPolicy.plan,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, input) {
    const { session } = await holdSupervision(work, input)
    const state = stepSupervision({ state: session.state, on: session.on_day }, 'cancel', work.today)
    if (isRefusal(state)) throw new Refused(state.refused)
    await saveSupervision(work.tx, session, { state })
    return { id: input.id }
  },
})
