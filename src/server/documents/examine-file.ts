import { fileTypeFromBuffer } from 'file-type'
import type { DocumentType } from '#domain/document/document.ts'
import { documentLimits } from '#domain/document/document-limits.ts'
import { lookIntoPdf } from './pdf.ts'
import { redrawn } from './picture.ts'
import { RefusedFile } from './refused-file.ts'

/** Kinds that are refused for a reason of their own, which says what to do instead. */
const known: Readonly<Record<string, RefusedFile['code']>> = {
  'image/heic': 'document-heic',
  'image/heif': 'document-heic',
  'image/heic-sequence': 'document-heic',
  'image/heif-sequence': 'document-heic',
  'image/apng': 'document-moving-picture',
}

/** Looks at a file by what it is, whatever it is called, and gives what may be kept of it. */
export async function examineFile(bytes: Buffer): Promise<{ type: DocumentType; body: Buffer }> {
  if (bytes.length === 0) throw new RefusedFile('document-empty')
  if (bytes.length > documentLimits.bytes) throw new RefusedFile('document-too-large')
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? ''
  const reason = known[found]
  if (reason) throw new RefusedFile(reason)
  if (found === 'application/pdf') {
    lookIntoPdf(bytes)
    return { type: 'application/pdf', body: bytes }
  }
  if (!['image/jpeg', 'image/png', 'image/webp'].includes(found))
    throw new RefusedFile('document-kind-not-taken')
  const picture = await redrawn(bytes)
  if (picture.body.length > documentLimits.bytes) throw new RefusedFile('document-too-large')
  return picture
}
