import { z } from 'zod'
import { stampProgrammes } from '#db/programme.ts'
import { saveOwnVersion } from '#db/programme-version.ts'
import { checkDefinition } from '#domain/programme/check-definition.ts'
import { whyInput } from '#domain/programme/draft-change.ts'
import { checksumOf } from '#domain/programme/programme-file.ts'
import { programmePolicy } from '#domain/programme/programme-policy.ts'
import { mayDecide } from '#domain/programme/programme-version.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { handsOf, holdDraft, withChange } from '#usecases/programme/held-draft.ts'
import { takeUp } from '#usecases/programme/take-up.ts'
import { command } from '#usecases/use-case.ts'

/**
 * A second person approves what is submitted, which publishes it, or sends it back and says why. Never who made it or
 * changed something in it; the database refuses its maker too. What is published is never changed again.
 */
export const decideProgrammeDraft = command({
  name: 'decide-programme-draft',
  action: 'update',
  may: programmePolicy.manage,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    decision: z.enum(['publish', 'send-back']),
    why: whyInput,
    /** Offer it from today. */
    offer: z.boolean().default(false),
  }),
  async run(work, { id, version, decision, why, offer }) {
    const { row, state, memberId } = await holdDraft(work, { id, version }, decision)
    const allowed = mayDecide(memberId, handsOf(row))
    if (isRefusal(allowed)) throw new Refused(allowed.refused)
    if (decision === 'send-back') {
      if (why === null) throw new Invalid({ why: 'required' })
      await saveOwnVersion(work.tx, row, {
        state,
        submitted_at: null,
        changes: withChange(row, { at: '', what: 'sent-back', by: memberId, when: work.now.toString(), why }),
      })
      return { state, programmeId: row.programme_id }
    }
    const { definition } = checkDefinition(row.definition)
    if (!definition) throw new Refused('programme-has-problems')
    if (offer) await takeUp(work, definition)
    else await stampProgrammes(work.tx, work.orgId)
    await saveOwnVersion(work.tx, row, {
      state,
      checksum: checksumOf(definition, (text) => work.digest(text).toString('hex')),
      decided_by: memberId,
      decided_at: work.now,
      decided_why: why,
    })
    work.about({ detail: { programme: row.programme_id, version: row.version } })
    return { state, programmeId: row.programme_id }
  },
})
