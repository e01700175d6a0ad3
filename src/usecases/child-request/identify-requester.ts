import { z } from 'zod'
import { identityWays } from '#domain/child-request/child-request.ts'
import { childRequestPolicy } from '#domain/child-request/child-request-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdChildRequest, takeChildRequestStep } from '#usecases/child-request/held-child-request.ts'
import { command } from '#usecases/use-case.ts'

/** It is certain who asks. How is kept; of what he showed nothing is. */
export const identifyRequester = command({
  name: 'identify-requester',
  action: 'update',
  may: childRequestPolicy.handle,
  input: z.strictObject({ id: z.uuid(), version: versionInput, way: z.enum(identityWays) }),
  async run(work, { way, ...which }) {
    return takeChildRequestStep(work, await holdChildRequest(work, which), 'identify', { code: way })
  },
})
