import { z } from 'zod'
import { lockHidingsOf } from '#db/retention-hiding.ts'
import { restsUntil } from '#domain/erasure/putting-away.ts'
import { personRequestPolicy } from '#domain/person-request/person-request-policy.ts'
import { versionInput } from '#domain/version.ts'
import { bringBack } from '#usecases/erasure/bring-back.ts'
import { NotFound } from '#usecases/failure.ts'
import { filesAskedFor } from '#usecases/person-request/files-asked-for.ts'
import {
  holdPersonRequest,
  openPersonAsked,
  takePersonRequestStep,
} from '#usecases/person-request/held-person-request.ts'
import { command } from '#usecases/use-case.ts'

/** This is the file of who asks. One that was put away comes back: while she asks, it is hers to hear of. */
export const findPersonAsked = command({
  name: 'find-person-asked',
  action: 'update',
  may: personRequestPolicy.handle,
  input: z.strictObject({ id: z.uuid(), version: versionInput, fileId: z.uuid() }),
  async run(work, { fileId, ...which }) {
    const row = await holdPersonRequest(work, which)
    const asked = openPersonAsked(work, row)
    const file = asked && (await filesAskedFor(work, row, asked)).find(({ id }) => id === fileId)
    if (!file) throw new NotFound()
    if (file.hidden)
      for (const hiding of await lockHidingsOf(work.tx, work.orgId, [fileId]))
        await bringBack(work, hiding, 'request_open', restsUntil(work.today))
    work.about({ person: fileId })
    const account = row.subject === 'referrer'
    return takePersonRequestStep(work, row, 'find', {
      changed: { person_id: account ? null : fileId, member_id: account ? fileId : null },
    })
  },
})
