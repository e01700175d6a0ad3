import type { ConsentRow } from '#db/consent.ts'
import type { DocumentRow } from '#db/document.ts'
import { isAddedToday } from '#domain/document/document.ts'
import { actorId } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import type { SealedPlace } from '#usecases/vault.ts'

/** What somebody calls it is sealed under the key of whose file it is in; so is what is in it. */
export const documentFields = sealedFields('document', ['name_sealed'])
export const bodyPlace = (id: string): SealedPlace => ({
  table: 'document_segment',
  column: 'body_sealed',
  row: id,
})

/** Whose it is, for the access log. */
export function aboutDocument(work: Work, row: DocumentRow): void {
  work.about({
    ...(row.person_id ? { person: row.person_id } : {}),
    ...(row.trajectory_id ? { trajectory: row.trajectory_id } : {}),
    detail: { document: row.id, kind: row.kind },
  })
}

/** Her answers to which a signed paper may belong. */
export const shownAnswers = (rows: readonly ConsentRow[]) =>
  rows.map(({ id, code, from_day, party }) => ({ id, code, onDay: from_day, party }))

/** Documents as a list shows them; of one that was taken out nothing but that it was there. */
export async function shownDocuments(work: Work, rows: readonly DocumentRow[]) {
  const { vault, zone, actor, today } = work
  await vault.load(rows.map(({ owner_id }) => owner_id))
  const names = await whoDid(
    work,
    rows.flatMap((row) => [row.added_by, row.removal_asked_by ?? [], row.removed_by ?? []].flat()),
  )
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    trajectoryId: row.trajectory_id,
    childRequestId: row.child_request_id,
    consentId: row.consent_id,
    kind: row.kind,
    type: row.type,
    size: row.size,
    state: row.state,
    name: documentFields.open(vault, row.owner_id, row.id, 'name_sealed', row.name_sealed),
    addedBy: names.get(row.added_by) ?? null,
    addedOn: row.added_on,
    removalReason: row.removal_reason,
    removalAskedBy: names.get(row.removal_asked_by ?? '') ?? null,
    removalAskedOn: row.removal_asked_at?.toZonedDateTimeISO(zone).toPlainDate() ?? null,
    removedBy: names.get(row.removed_by ?? '') ?? null,
    removedOn: row.removed_at?.toZonedDateTimeISO(zone).toPlainDate() ?? null,
    mayTakeBack:
      row.state === 'kept' &&
      isAddedToday({ addedBy: row.added_by, addedOn: row.added_on }, actorId(actor), today),
  }))
}
export type ShownDocument = Awaited<ReturnType<typeof shownDocuments>>[number]
