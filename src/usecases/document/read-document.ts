import { z } from 'zod'
import { findConsents } from '#db/consent.ts'
import { findDocument } from '#db/document.ts'
import { documentPolicy } from '#domain/document/document-policy.ts'
import { aboutDocument, shownAnswers, shownDocuments } from '#usecases/document/document-fields.ts'
import { NotFound } from '#usecases/failure.ts'
import { question } from '#usecases/use-case.ts'

/** What one document is, and what may be done with it; not what is in it. */
export const readDocument = question({
  name: 'read-document',
  may: documentPolicy.read,
  traced: true,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor } = work
    const row = await findDocument(tx, actor, id)
    if (!row) throw new NotFound()
    aboutDocument(work, row)
    const [shown] = await shownDocuments(work, [row])
    if (!shown) throw new NotFound()
    const answers =
      row.person_id && row.kind === 'signed_consent' && documentPolicy.attach(actor)
        ? await findConsents(tx, orgId, row.person_id, row.trajectory_id)
        : []
    return {
      ...shown,
      mayAskRemoval: row.state === 'kept' && !shown.mayTakeBack && documentPolicy.askRemoval(actor),
      mayAttach: row.state !== 'removed' && answers.length > 0,
      answers: shownAnswers(
        answers.filter(({ superseded_at, id }) => superseded_at === null || id === row.consent_id),
      ),
    }
  },
})
export type OneDocument = Awaited<ReturnType<typeof readDocument>>
