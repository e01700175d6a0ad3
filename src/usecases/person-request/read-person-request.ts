import { z } from 'zod'
import { findPersonRequest, listPersonRequestSteps } from '#db/person-request.ts'
import { isUnderway } from '#domain/person-request/person-request.ts'
import { personRequestPolicy, stepsFor } from '#domain/person-request/person-request-policy.ts'
import { mayTakeMoreTime } from '#domain/request/request-clock.ts'
import { NotFound } from '#usecases/failure.ts'
import { filesAskedFor } from '#usecases/person-request/files-asked-for.ts'
import {
  aboutPersonAsked,
  askingOf,
  openPersonAsked,
  personRequestSteps,
} from '#usecases/person-request/held-person-request.ts'
import { gatherCopy } from '#usecases/person-request/person-copy.ts'
import { personRequestFields } from '#usecases/person-request/person-request-fields.ts'
import { openRequestSteps } from '#usecases/request/request-history.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { question } from '#usecases/use-case.ts'

/**
 * One request: what was asked, what was done, what this reader may do next, and by what rule she may be reached. Files are
 * looked up only once it is certain who asks, and never for who is around her.
 */
export const readPersonRequest = question({
  name: 'read-person-request',
  may: personRequestPolicy.read,
  traced: true,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, vault } = work
    const row = await findPersonRequest(tx, actor, id)
    if (!row || actor.kind !== 'member') throw new NotFound()
    aboutPersonAsked(work, row)
    await vault.load([id])
    const asked = openPersonAsked(work, row)
    const may = stepsFor(actor, askingOf(row), { state: row.state, approvedBy: row.approved_by })
    const words = personRequestFields.open(vault, id, id, 'words_sealed', row.words_sealed)
    const first = may.includes('prepare') && row.copy_sealed === null
    return {
      id,
      version: row.version,
      state: row.state,
      ...askingOf(row),
      asked,
      receivedOn: row.received_on,
      answerBy: row.answer_by,
      open: isUnderway(row.state),
      mayExtend:
        isUnderway(row.state) &&
        personRequestPolicy.handle(actor) &&
        mayTakeMoreTime(row.received_on, row.answer_by, work.today),
      may,
      approvals: row.approved_by.length,
      hasCopy: row.copy_sealed !== null && may.some((step) => step === 'approve' || step === 'deliver'),
      words,
      /** What was written about her, to begin with; it is looked through before it is kept. */
      gathered: first ? (await gatherCopy(work, row)).words : [],
      files: asked && may.includes('find') ? await filesAskedFor(work, row, asked) : [],
      contact: row.subject === 'mother' && row.person_id ? await readSafeContact(work, row.person_id) : null,
      steps: await openRequestSteps(work, personRequestSteps, await listPersonRequestSteps(tx, orgId, id)),
    }
  },
})
