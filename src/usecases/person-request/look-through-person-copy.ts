import { z } from 'zod'
import { findPersonRequest } from '#db/person-request.ts'
import { personRequestPolicy } from '#domain/person-request/person-request-policy.ts'
import { traceKey } from '#domain/redaction/gate.ts'
import { NotFound } from '#usecases/failure.ts'
import { aboutPersonAsked } from '#usecases/person-request/held-person-request.ts'
import { tracesInPersonCopy } from '#usecases/person-request/person-copy.ts'
import { longestCopy } from '#usecases/person-request/person-request-fields.ts'
import { question } from '#usecases/use-case.ts'

/** What in this text tells of anybody but her whose copy it is, for a human to look at. */
export const lookThroughPersonCopy = question({
  name: 'look-through-person-copy',
  may: personRequestPolicy.handle,
  input: z.strictObject({ id: z.uuid(), text: z.string().max(longestCopy, 'too-long') }),
  async run(work, { id, text }) {
    const row = await findPersonRequest(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    aboutPersonAsked(work, row)
    return {
      traces: (await tracesInPersonCopy(work, row, text)).map((trace) => ({
        key: traceKey(trace),
        ...trace,
      })),
    }
  },
})
