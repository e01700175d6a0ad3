import { z } from 'zod'
import { refusalReasons } from '#domain/child-request/child-request.ts'
import { childRequestPolicy } from '#domain/child-request/child-request-policy.ts'
import { optionalText } from '#domain/person/person.ts'
import { versionInput } from '#domain/version.ts'
import { holdChildRequest, takeChildRequestStep } from '#usecases/child-request/held-child-request.ts'
import { command } from '#usecases/use-case.ts'

/** Nothing is handed over, and why; or he asks no more. What he hears is the same, whatever the reason. */
export const endChildRequest = command({
  name: 'end-child-request',
  action: 'update',
  may: childRequestPolicy.end,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    /** `null`: he took it back. */
    reason: z.enum(refusalReasons).nullable(),
    words: optionalText(2000),
  }),
  async run(work, { reason, words, ...which }) {
    const row = await holdChildRequest(work, which)
    return takeChildRequestStep(work, row, reason ? 'refuse' : 'withdraw', { code: reason, words })
  },
})
