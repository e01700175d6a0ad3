import { z } from 'zod'
import { authorityProofs } from '#domain/child-request/child-request.ts'
import { childRequestPolicy } from '#domain/child-request/child-request-policy.ts'
import { versionInput } from '#domain/version.ts'
import { childrenAskedFor } from '#usecases/child-request/children-asked-for.ts'
import {
  holdChildRequest,
  openAsked,
  takeChildRequestStep,
} from '#usecases/child-request/held-child-request.ts'
import { NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** He has authority over this child, and this is the child's own file; its mother's stays shut. */
export const authoriseRequester = command({
  name: 'authorise-requester',
  action: 'update',
  may: childRequestPolicy.handle,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    proof: z.enum(authorityProofs),
    childId: z.uuid(),
  }),
  async run(work, { proof, childId, ...which }) {
    const row = await holdChildRequest(work, which)
    const asked = openAsked(work, row)
    const child = asked && (await childrenAskedFor(work, asked)).find((one) => one.childId === childId)
    if (!child) throw new NotFound()
    work.about({ person: childId })
    return takeChildRequestStep(work, row, 'authorise', {
      code: proof,
      changed: { person_id: childId, trajectory_id: child.trajectoryId },
    })
  },
})
