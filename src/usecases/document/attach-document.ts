import { z } from 'zod'
import { findConsents } from '#db/consent.ts'
import { lockDocument, saveDocument } from '#db/document.ts'
import { documentPolicy } from '#domain/document/document-policy.ts'
import { versionInput } from '#domain/version.ts'
import { aboutDocument } from '#usecases/document/document-fields.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Says which answer of hers a signed paper shows; a worker who photographed it doesn't see those. */
export const attachDocument = command({
  name: 'attach-document',
  action: 'update',
  may: documentPolicy.attach,
  input: z.strictObject({ id: z.uuid(), version: versionInput, consentId: z.uuid() }),
  async run(work, { id, version, consentId }) {
    const { tx, orgId, actor } = work
    const row = await lockDocument(tx, actor, id)
    if (!row || row.person_id === null) throw new NotFound()
    aboutDocument(work, row)
    if (row.version !== version) throw new Refused('changed-meanwhile')
    if (row.kind !== 'signed_consent' || row.state === 'removed')
      throw new Refused('document-not-from-this-state')
    const answers = await findConsents(tx, orgId, row.person_id, row.trajectory_id)
    if (!answers.some((answer) => answer.id === consentId)) throw new NotFound()
    await saveDocument(tx, row, { consent_id: consentId })
    return { id }
  },
})
