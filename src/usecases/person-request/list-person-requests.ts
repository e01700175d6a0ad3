import { z } from 'zod'
import { listPersonRequestRows } from '#db/person-request.ts'
import { fullName } from '#domain/person/person.ts'
import { isUnderway } from '#domain/person-request/person-request.ts'
import { personRequestPolicy } from '#domain/person-request/person-request-policy.ts'
import { openPersonAsked } from '#usecases/person-request/held-person-request.ts'
import { question } from '#usecases/use-case.ts'

const most = 200

/** Who asks for what is kept about herself, and by when there must be an answer. */
export const listPersonRequests = question({
  name: 'list-person-requests',
  may: personRequestPolicy.read,
  traced: true,
  input: z.strictObject({}),
  async run(work) {
    const rows = await listPersonRequestRows(work.tx, work.actor, most)
    await work.vault.load(rows.map(({ id }) => id))
    return {
      requests: rows.map((row) => {
        const asked = openPersonAsked(work, row)
        return {
          id: row.id,
          state: row.state,
          open: isUnderway(row.state),
          right: row.right_code,
          subject: row.subject,
          name: asked && fullName(asked.name),
          receivedOn: row.received_on,
          answerBy: row.answer_by,
        }
      }),
    }
  },
})
