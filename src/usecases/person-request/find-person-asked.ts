import { z } from 'zod'
import { lockHidingsOf, saveHiding, showIds } from '#db/retention-hiding.ts'
import { restsUntil } from '#domain/erasure/putting-away.ts'
import { personRequestPolicy } from '#domain/person-request/person-request-policy.ts'
import { versionInput } from '#domain/version.ts'
import type { Work } from '#usecases/context.ts'
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
    if (file.hidden) await bringBack(work, fileId)
    work.about({ person: fileId })
    const account = row.subject === 'referrer'
    return takePersonRequestStep(work, row, 'find', {
      changed: { person_id: account ? null : fileId, member_id: account ? fileId : null },
    })
  },
})

async function bringBack({ tx, orgId, actor, today }: Work, personId: string): Promise<void> {
  for (const hiding of await lockHidingsOf(tx, orgId, [personId])) {
    await saveHiding(tx, hiding, {
      state: 'back',
      ended_on: today,
      ended_by: actor.kind === 'member' ? actor.memberId : null,
      reason_code: 'request_open',
      rests_until: restsUntil(today),
    })
    await showIds(tx, orgId, hiding.id)
  }
}
