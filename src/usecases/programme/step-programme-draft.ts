import { z } from 'zod'
import { saveOwnVersion } from '#db/programme-version.ts'
import { checkDefinition } from '#domain/programme/check-definition.ts'
import { programmePolicy } from '#domain/programme/programme-policy.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { holdDraft, withChange } from '#usecases/programme/held-draft.ts'
import { command } from '#usecases/use-case.ts'

/** Asks for a second person's look at a draft, or takes it off the table. Nothing with a problem in it goes on. */
export const stepProgrammeDraft = command({
  name: 'step-programme-draft',
  action: 'update',
  may: programmePolicy.manage,
  input: z.strictObject({ id: z.uuid(), version: versionInput, step: z.enum(['submit', 'withdraw']) }),
  async run(work, { id, version, step }) {
    const { row, state, memberId } = await holdDraft(work, { id, version }, step)
    if (step === 'withdraw') {
      await saveOwnVersion(work.tx, row, { state, decided_by: memberId, decided_at: work.now })
      return { state }
    }
    const { problems } = checkDefinition(row.definition)
    if (problems.length > 0) throw new Refused('programme-has-problems')
    await saveOwnVersion(work.tx, row, {
      state,
      submitted_at: work.now,
      changes: withChange(row, { at: '', what: 'submitted', by: memberId, when: work.now.toString() }),
    })
    return { state }
  },
})
