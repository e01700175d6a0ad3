import { z } from 'zod'
import { findChildRequest } from '#db/child-request.ts'
import { childRequestPolicy } from '#domain/child-request/child-request-policy.ts'
import { traceKey } from '#domain/redaction/gate.ts'
import { tracesInCopy } from '#usecases/child-request/child-copy.ts'
import { aboutChild } from '#usecases/child-request/held-child-request.ts'
import { NotFound } from '#usecases/failure.ts'
import { longestText } from '#usecases/redaction/looked-input.ts'
import { question } from '#usecases/use-case.ts'

/** What in this text tells of anybody but the child, for a human to look at. */
export const lookThroughChildCopy = question({
  name: 'look-through-child-copy',
  may: childRequestPolicy.handle,
  input: z.strictObject({ id: z.uuid(), text: z.string().max(longestText, 'too-long') }),
  async run(work, { id, text }) {
    const row = await findChildRequest(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    aboutChild(work, row)
    return {
      traces: (await tracesInCopy(work, row, text)).map((trace) => ({ key: traceKey(trace), ...trace })),
    }
  },
})
