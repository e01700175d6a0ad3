import { z } from 'zod'
import { deliveryWays } from '#domain/child-request/child-request.ts'
import { childRequestPolicy } from '#domain/child-request/child-request-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdChildRequest, takeChildRequestStep } from '#usecases/child-request/held-child-request.ts'
import { command } from '#usecases/use-case.ts'

/** It was handed over, on paper, to whoever showed who he is. Naast sends nothing. */
export const deliverChildCopy = command({
  name: 'deliver-child-copy',
  action: 'update',
  may: childRequestPolicy.handle,
  input: z.strictObject({ id: z.uuid(), version: versionInput, way: z.enum(deliveryWays) }),
  async run(work, { way, ...which }) {
    return takeChildRequestStep(work, await holdChildRequest(work, which), 'deliver', { code: way })
  },
})
