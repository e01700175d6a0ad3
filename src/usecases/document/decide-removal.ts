import { z } from 'zod'
import { lockRemoval } from '#db/document.ts'
import { documentPolicy } from '#domain/document/document-policy.ts'
import { versionInput } from '#domain/version.ts'
import { aboutDocument } from '#usecases/document/document-fields.ts'
import { takeDocumentStep } from '#usecases/document/take-out-document.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Takes out for good what somebody else asked to take out, or says that it stays. */
export const decideRemoval = command({
  name: 'decide-removal',
  action: 'delete',
  may: documentPolicy.decideRemoval,
  // No rule of a programme looks at documents, and who decides sees no file.
  drafts: true,
  fresh: true,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    decision: z.enum(['remove', 'keep'], 'choose-one'),
  }),
  async run(work, { id, version, decision }) {
    const row = await lockRemoval(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    aboutDocument(work, row)
    if (row.version !== version) throw new Refused('changed-meanwhile')
    return takeDocumentStep(work, row, decision, null)
  },
})
