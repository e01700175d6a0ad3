import { z } from 'zod'
import { childRequestPolicy } from '#domain/child-request/child-request-policy.ts'
import { versionInput } from '#domain/version.ts'
import { mustTellOfNobody } from '#usecases/child-request/child-copy.ts'
import { childRequestFields } from '#usecases/child-request/child-request-fields.ts'
import { holdChildRequest, takeChildRequestStep } from '#usecases/child-request/held-child-request.ts'
import { command } from '#usecases/use-case.ts'

/** Says that what is written may be handed over. It takes two people; the same one twice counts for nothing. */
export const approveChildRequest = command({
  name: 'approve-child-request',
  action: 'update',
  may: childRequestPolicy.approve,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, which) {
    const row = await holdChildRequest(work, which)
    const text = childRequestFields.open(work.vault, row.id, row.id, 'words_sealed', row.words_sealed)
    if (text !== null) await mustTellOfNobody(work, row, text)
    return takeChildRequestStep(work, row, 'approve')
  },
})
