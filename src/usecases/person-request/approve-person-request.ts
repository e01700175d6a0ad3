import { z } from 'zod'
import { personRequestPolicy } from '#domain/person-request/person-request-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdPersonRequest, takePersonRequestStep } from '#usecases/person-request/held-person-request.ts'
import { mustTellOfNobodyElse } from '#usecases/person-request/person-copy.ts'
import { personRequestFields } from '#usecases/person-request/person-request-fields.ts'
import { command } from '#usecases/use-case.ts'

/** Says that the copy may be given as it is written. It takes two people; the same one twice counts for nothing. */
export const approvePersonRequest = command({
  name: 'approve-person-request',
  action: 'update',
  may: personRequestPolicy.approve,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, which) {
    const row = await holdPersonRequest(work, which)
    const text = personRequestFields.open(work.vault, row.id, row.id, 'words_sealed', row.words_sealed)
    if (text !== null) await mustTellOfNobodyElse(work, row, text)
    return takePersonRequestStep(work, row, 'approve')
  },
})
