import { z } from 'zod'
import { findRemoval } from '#db/document.ts'
import { documentPolicy } from '#domain/document/document-policy.ts'
import { isSecondPerson } from '#domain/member/second-person.ts'
import { aboutDocument, shownDocuments } from '#usecases/document/document-fields.ts'
import { NotFound } from '#usecases/failure.ts'
import { question } from '#usecases/use-case.ts'

/** What who decides must know: what kind of paper, since when, who wants it out and why. Not whose, nor its name. */
export const readRemoval = question({
  name: 'read-removal',
  may: documentPolicy.decideRemoval,
  traced: true,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const row = await findRemoval(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    aboutDocument(work, row)
    const [shown] = await shownDocuments(work, [{ ...row, name_sealed: null }])
    if (!shown) throw new NotFound()
    const { kind, size, version, addedBy, addedOn, removalReason, removalAskedBy, removalAskedOn } = shown
    return {
      id,
      kind,
      size,
      version,
      addedBy,
      addedOn,
      removalReason,
      removalAskedBy,
      removalAskedOn,
      /** Who asked doesn't decide. */
      mayRemove: work.actor.kind === 'member' && isSecondPerson(work.actor.memberId, [row.removal_asked_by]),
    }
  },
})
