import { type DocumentRow, saveDocument } from '#db/document.ts'
import { deleteSegments } from '#db/document-segment.ts'
import { type DocumentStep, type RemovalReason, stepDocument } from '#domain/document/document.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { standingHolds } from '#usecases/erasure/held-erasure.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'

const clears: readonly DocumentStep[] = ['take_back', 'remove']

/**
 * Takes a step of the table with a held row. Where that takes it out, what was in it is deleted in the same transaction,
 * with what it was called; the row stays. While her file is held, nothing goes out of it.
 */
export async function takeDocumentStep(
  work: Work,
  row: DocumentRow,
  step: DocumentStep,
  reason: RemovalReason | null,
): Promise<{ id: string }> {
  const { tx, orgId, actor, today, now } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const standing = {
    state: row.state,
    addedBy: row.added_by,
    addedOn: row.added_on,
    removalAskedBy: row.removal_asked_by,
  }
  const state = stepDocument(standing, step, actor.memberId, today)
  if (isRefusal(state)) throw new Refused(state.refused)
  const gone = clears.includes(step)
  if (gone && row.person_id && (await standingHolds(work, [row.person_id])).length > 0)
    throw new Refused('document-held')
  work.about({ detail: { step, ...(reason ? { reason } : {}) } })
  await saveDocument(tx, row, {
    state,
    ...(reason ? { removal_reason: reason } : {}),
    ...(step === 'ask_removal' ? { removal_asked_by: actor.memberId, removal_asked_at: now } : {}),
    ...(step === 'keep' ? { removal_reason: null, removal_asked_by: null, removal_asked_at: null } : {}),
    ...(gone ? { removed_by: actor.memberId, removed_at: now, name_sealed: null } : {}),
  })
  if (gone) await deleteSegments(tx, orgId, row.id)
  return { id: row.id }
}
