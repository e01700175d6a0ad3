import { z } from 'zod'
import { identityWays } from '#domain/person-request/person-request.ts'
import { personRequestPolicy } from '#domain/person-request/person-request-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdPersonRequest, takePersonRequestStep } from '#usecases/person-request/held-person-request.ts'
import { command } from '#usecases/use-case.ts'

/** It is certain who asks. How is kept; of what was shown nothing is. */
export const identifyPerson = command({
  name: 'identify-person',
  action: 'update',
  may: personRequestPolicy.handle,
  input: z.strictObject({ id: z.uuid(), version: versionInput, way: z.enum(identityWays) }),
  async run(work, { way, ...which }) {
    return takePersonRequestStep(work, await holdPersonRequest(work, which), 'identify', { code: way })
  },
})
