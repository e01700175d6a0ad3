import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { InstrumentTextTable } from '#db/tables.ts'

export type InstrumentTextRow = Selectable<InstrumentTextTable>

/** Every text that was ever loaded here: what holds first, then what was replaced or destroyed, the last first. */
export const listInstrumentTexts = (db: Db, orgId: string): Promise<InstrumentTextRow[]> =>
  db
    .selectFrom('instrument_text')
    .selectAll()
    .where('org_id', '=', orgId)
    .orderBy((e) => e('ended_at', 'is not', null))
    .orderBy('loaded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Those of one questionnaire whose content can still be read, held until the end of this work. */
export const lockReadableTexts = (
  tx: Tx,
  orgId: string,
  instrumentId: string,
): Promise<InstrumentTextRow[]> =>
  tx
    .selectFrom('instrument_text')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('instrument_id', '=', instrumentId)
    .where((e) => e.or([e('ended_as', 'is', null), e('ended_as', '=', 'replaced')]))
    .orderBy('id')
    .forUpdate()
    .execute()

export async function insertInstrumentText(tx: Tx, row: Insertable<InstrumentTextTable>): Promise<void> {
  await tx.insertInto('instrument_text').values(row).execute()
}

export async function endInstrumentText(
  tx: Tx,
  row: Pick<InstrumentTextRow, 'org_id' | 'id'>,
  ended: Pick<InstrumentTextRow, 'ended_as' | 'ended_by' | 'ended_at'>,
): Promise<void> {
  await tx
    .updateTable('instrument_text')
    .set(ended)
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}
