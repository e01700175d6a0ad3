import { z } from 'zod'
import { findDocument } from '#db/document.ts'
import { readSegments } from '#db/document-segment.ts'
import { fileNameOf } from '#domain/document/document.ts'
import { documentPolicy } from '#domain/document/document-policy.ts'
import { aboutDocument, bodyPlace } from '#usecases/document/document-fields.ts'
import { NotFound } from '#usecases/failure.ts'
import { question } from '#usecases/use-case.ts'

/** What is in it: a look into her file that the access log keeps as such. Taken out, or erased, it isn't there. */
export const openDocument = question({
  name: 'open-document',
  may: documentPolicy.read,
  traced: true,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, vault } = work
    const row = await findDocument(tx, actor, id)
    if (!row || row.state === 'removed') throw new NotFound()
    aboutDocument(work, row)
    await vault.load([row.owner_id])
    const segments = await readSegments(tx, orgId, id)
    const body = vault.openSegments(row.owner_id, bodyPlace(id), { salt: row.salt, segments })
    if (body === null) throw new NotFound()
    return { name: fileNameOf(row), type: row.type, body }
  },
})
