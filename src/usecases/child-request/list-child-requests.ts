import { z } from 'zod'
import { listChildRequests } from '#db/child-request.ts'
import { isUnderway } from '#domain/child-request/child-request.ts'
import { childRequestPolicy } from '#domain/child-request/child-request-policy.ts'
import { openAsked } from '#usecases/child-request/held-child-request.ts'
import { question } from '#usecases/use-case.ts'

const most = 200

/** Who asked for the file of a child, and by when there must be an answer. */
export const listRequestsForChildren = question({
  name: 'list-child-requests',
  may: childRequestPolicy.read,
  traced: true,
  input: z.strictObject({}),
  async run(work) {
    const rows = await listChildRequests(work.tx, work.actor, most)
    await work.vault.load(rows.map(({ id }) => id))
    return {
      requests: rows.map((row) => ({
        id: row.id,
        state: row.state,
        open: isUnderway(row.state),
        requester: row.requester,
        name: openAsked(work, row)?.name ?? null,
        receivedOn: row.received_on,
        answerBy: row.answer_by,
      })),
    }
  },
})
