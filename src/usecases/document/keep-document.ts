import { z } from 'zod'
import { holdDocumentRoom, insertDocument } from '#db/document.ts'
import { insertSegments } from '#db/document-segment.ts'
import type { DocumentKind } from '#domain/document/document.ts'
import { noRoomFor } from '#domain/document/document-limits.ts'
import { shownName } from '#domain/document/document-name.ts'
import type { Work } from '#usecases/context.ts'
import { bodyPlace, documentFields } from '#usecases/document/document-fields.ts'
import { SafeFile } from '#usecases/document/safe-file.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'

/** A document as a form gives it: a file that was looked at, and what it is called, as far as somebody said. */
export const documentInput = {
  name: z
    .string()
    .max(1000, 'too-long')
    .nullable()
    .default(null)
    .transform((text) => (text ? shownName(text) : null)),
  file: z.instanceof(SafeFile, { message: 'document-no-file' }),
}

interface Kept {
  readonly ownerId: string
  readonly kind: DocumentKind
  readonly of:
    | { readonly person_id: string; readonly trajectory_id: string; readonly consent_id: string | null }
    | { readonly child_request_id: string }
  readonly name: string | null
  readonly file: SafeFile
}

/** Keeps a document under its owner's key, if there is room. The key must be there still: refuses an erased file. */
export async function keepDocument(
  work: Work,
  { ownerId, kind, of, name, file }: Kept,
): Promise<{ id: string }> {
  const { tx, orgId, actor, today, now, vault } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const room = await holdDocumentRoom(tx, orgId, { ownerId, memberId: actor.memberId, today })
  const full = noRoomFor(file.body.length, room)
  if (full) throw new Refused(full)
  await vault.load([ownerId])
  const id = work.newId()
  const { salt, segments } = vault.sealSegments(ownerId, bodyPlace(id), file.body)
  await insertDocument(tx, {
    org_id: orgId,
    id,
    owner_id: ownerId,
    person_id: null,
    trajectory_id: null,
    child_request_id: null,
    consent_id: null,
    ...of,
    kind,
    name_sealed: documentFields.sealIf(vault, ownerId, id, 'name_sealed', name),
    type: file.type,
    size: file.body.length,
    salt,
    state: 'kept',
    added_by: actor.memberId,
    added_on: today,
    added_at: now,
  })
  await insertSegments(tx, { orgId, documentId: id }, segments)
  work.about({ detail: { document: id, kind } })
  return { id }
}
