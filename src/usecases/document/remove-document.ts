import { z } from 'zod'
import { lockDocument } from '#db/document.ts'
import { isAddedToday, removalReasons } from '#domain/document/document.ts'
import { documentPolicy } from '#domain/document/document-policy.ts'
import { actorId } from '#domain/member/actor.ts'
import { versionInput } from '#domain/version.ts'
import { aboutDocument } from '#usecases/document/document-fields.ts'
import { takeDocumentStep } from '#usecases/document/take-out-document.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Takes out what one added oneself today; of any other it asks that somebody else does. */
export const removeDocument = command({
  name: 'remove-document',
  action: 'delete',
  may: documentPolicy.askRemoval,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    reason: z.enum(removalReasons, 'choose-one'),
  }),
  async run(work, { id, version, reason }) {
    const { tx, actor, today } = work
    const row = await lockDocument(tx, actor, id)
    if (!row) throw new NotFound()
    aboutDocument(work, row)
    if (row.version !== version) throw new Refused('changed-meanwhile')
    const own = isAddedToday({ addedBy: row.added_by, addedOn: row.added_on }, actorId(actor), today)
    await takeDocumentStep(work, row, own ? 'take_back' : 'ask_removal', reason)
    return { id, gone: own, trajectoryId: row.trajectory_id, childRequestId: row.child_request_id }
  },
})
