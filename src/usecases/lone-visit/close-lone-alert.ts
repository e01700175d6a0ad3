import { z } from 'zod'
import { saveLoneAlert } from '#db/lone-alert.ts'
import { alertOutcomes } from '#domain/lone-visit/lone-alert.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { addAlertStep } from '#usecases/lone-visit/add-alert-step.ts'
import { holdAlert } from '#usecases/lone-visit/held-alert.ts'
import { command } from '#usecases/use-case.ts'

/** How it ended, by somebody who took it up: never by itself where she said her other word. */
export const closeLoneAlert = command({
  name: 'close-lone-alert',
  action: 'update',
  may: loneVisitPolicy.watch,
  input: z.strictObject({ id: z.uuid(), version: versionInput, outcome: z.enum(alertOutcomes) }),
  async run(work, { id, version, outcome }) {
    const row = await holdAlert(work, id)
    if (row.version !== version) throw new Refused('changed-meanwhile')
    if (row.state !== 'taken_up') throw new Refused('lone-alert-take-up-first')
    await addAlertStep(work, row, { kind: 'closed', code: outcome })
    await saveLoneAlert(work.tx, row, { state: 'closed', outcome, ended_at: work.now, ask_next_at: null })
    return { id }
  },
})
