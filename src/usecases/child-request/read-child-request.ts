import { z } from 'zod'
import { findChildRequest, listChildRequestSteps } from '#db/child-request.ts'
import { listDocumentsOf } from '#db/document.ts'
import { isUnderway, takesAuthority } from '#domain/child-request/child-request.ts'
import { childRequestPolicy, stepsFor } from '#domain/child-request/child-request-policy.ts'
import { documentPolicy } from '#domain/document/document-policy.ts'
import { mayTakeMoreTime } from '#domain/request/request-clock.ts'
import { childRequestFields } from '#usecases/child-request/child-request-fields.ts'
import { childrenAskedFor } from '#usecases/child-request/children-asked-for.ts'
import { aboutChild, childRequestSteps, openAsked } from '#usecases/child-request/held-child-request.ts'
import { shownDocuments } from '#usecases/document/document-fields.ts'
import { NotFound } from '#usecases/failure.ts'
import { openRequestSteps } from '#usecases/request/request-history.ts'
import { question } from '#usecases/use-case.ts'

/**
 * One request: what was asked, what was done, and what this reader may do next. Children are looked up only once it is
 * certain who asks.
 */
export const readChildRequest = question({
  name: 'read-child-request',
  may: childRequestPolicy.read,
  traced: true,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, vault } = work
    const row = await findChildRequest(tx, actor, id)
    if (!row || actor.kind !== 'member') throw new NotFound()
    aboutChild(work, row)
    await vault.load([id])
    const asked = openAsked(work, row)
    const may = stepsFor(actor, { state: row.state, approvedBy: row.approved_by })
    return {
      id,
      version: row.version,
      state: row.state,
      requester: row.requester,
      asked,
      receivedOn: row.received_on,
      answerBy: row.answer_by,
      mayExtend:
        isUnderway(row.state) &&
        childRequestPolicy.handle(actor) &&
        mayTakeMoreTime(row.received_on, row.answer_by, work.today),
      may,
      approvals: row.approved_by.length,
      words: childRequestFields.open(vault, id, id, 'words_sealed', row.words_sealed),
      children:
        asked && may.includes('authorise')
          ? (await childrenAskedFor(work, asked)).map(({ childId, name }) => ({ childId, name }))
          : [],
      mayAddAuthority: takesAuthority(row.state) && documentPolicy.addAuthority(actor),
      papers: await shownDocuments(work, await listDocumentsOf(tx, actor, { childRequestId: id })),
      steps: await openRequestSteps(work, childRequestSteps, await listChildRequestSteps(tx, orgId, id)),
    }
  },
})
