import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { MatchShortlistTable } from '#db/tables.ts'

export type ShortlistRow = Selectable<MatchShortlistTable>

/**
 * The names kept for a woman now, the first kept first. Only where coordinators decide is this asked: whoever stands on
 * it isn't told.
 */
export const listShortlist = (db: Db, orgId: string, trajectoryId: string): Promise<ShortlistRow[]> =>
  db
    .selectFrom('match_shortlist')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('until_day', 'is', null)
    .orderBy('kept_at')
    .orderBy('id')
    .execute()

export async function insertShortlisted(tx: Tx, row: Insertable<MatchShortlistTable>): Promise<void> {
  await tx.insertInto('match_shortlist').values(row).execute()
}

/** Takes names off: one worker's, or all that are kept for her. Says how many there were. */
export async function endShortlist(
  tx: Tx,
  orgId: string,
  which: { readonly trajectoryId: string; readonly workerId?: string },
  ended: Required<Pick<Updateable<MatchShortlistTable>, 'until_day' | 'until_code' | 'until_by'>>,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('match_shortlist')
    .set(ended)
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', which.trajectoryId)
    .$if(which.workerId !== undefined, (query) => query.where('worker_id', '=', which.workerId ?? ''))
    .where('until_day', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
