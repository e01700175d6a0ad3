import { z } from 'zod'
import { handingWays } from '#domain/person-request/person-request.ts'
import { personRequestPolicy } from '#domain/person-request/person-request-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdPersonRequest, takePersonRequestStep } from '#usecases/person-request/held-person-request.ts'
import { command } from '#usecases/use-case.ts'

/** She has it, in the way that she picked. Naast sends nothing. */
export const deliverPersonCopy = command({
  name: 'deliver-person-copy',
  action: 'update',
  may: personRequestPolicy.handle,
  fresh: true,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    way: z.enum(handingWays),
    /** Nobody picks for her. */
    pickedByHer: z.literal(true, 'required'),
  }),
  async run(work, { way, id, version }) {
    const row = await holdPersonRequest(work, { id, version })
    return takePersonRequestStep(work, row, 'deliver', { code: way })
  },
})
