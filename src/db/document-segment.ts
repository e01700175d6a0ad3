import { sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'

/** So many go to the database at once: a megabyte. */
const atOnce = 16

/** Where sealed files stand: documents in a person's file, and receipts with what a worker claims. */
export type SegmentTable = 'document_segment' | 'expense_receipt_segment'

interface WhichFile {
  readonly orgId: string
  readonly documentId: string
  readonly table?: SegmentTable
}

export async function insertSegments(
  tx: Tx,
  { orgId, documentId, table = 'document_segment' }: WhichFile,
  segments: readonly Buffer[],
): Promise<void> {
  for (let from = 0; from < segments.length; from += atOnce)
    await tx
      .insertInto(table)
      .values(
        segments.slice(from, from + atOnce).map((body_sealed, at) => ({
          org_id: orgId,
          document_id: documentId,
          number: from + at,
          body_sealed,
        })),
      )
      .execute()
}

/** In their order, of a file that the caller found through what it may see. */
export const readSegments = async (
  db: Db,
  orgId: string,
  documentId: string,
  table: SegmentTable = 'document_segment',
): Promise<Buffer[]> =>
  (
    await db
      .selectFrom(table)
      .select('body_sealed')
      .where('org_id', '=', orgId)
      .where('document_id', '=', documentId)
      .orderBy('number')
      .execute()
  ).map(({ body_sealed }) => body_sealed)

export async function deleteSegments(
  tx: Tx,
  orgId: string,
  documentId: string,
  table: SegmentTable = 'document_segment',
): Promise<void> {
  await tx.deleteFrom(table).where('org_id', '=', orgId).where('document_id', '=', documentId).execute()
}

/** Of people who are erased: unreadable already, and large. */
export async function deleteSegmentsOf(tx: Tx, orgId: string, people: readonly string[]): Promise<void> {
  await sql`
    delete from document_segment where org_id = ${orgId} and document_id in (
      select id from document where org_id = ${orgId} and person_id = any(${[...people]}::uuid[]))
  `.execute(tx)
}
