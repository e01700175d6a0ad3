import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { LetterPrintTable } from '#db/tables.ts'

export type LetterPrintRow = Selectable<LetterPrintTable>

/** Each time that this letter was printed, the first one first. Whoever asks found the letter itself. */
export const listLetterPrints = (db: Db, orgId: string, messageId: string): Promise<LetterPrintRow[]> =>
  db
    .selectFrom('letter_print')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('message_id', '=', messageId)
    .orderBy('id')
    .execute()

export async function insertLetterPrint(tx: Tx, row: Insertable<LetterPrintTable>): Promise<void> {
  await tx.insertInto('letter_print').values(row).execute()
}
