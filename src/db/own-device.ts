import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { OwnDeviceTable } from '#db/tables.ts'
import type { OwnDeviceEnding } from '#domain/own-device/own-device.ts'

export type OwnDeviceRow = Selectable<OwnDeviceTable>

const all = (db: Db, orgId: string) => db.selectFrom('own_device').selectAll().where('org_id', '=', orgId)

export async function insertOwnDevice(tx: Tx, row: Insertable<OwnDeviceTable>): Promise<void> {
  await tx.insertInto('own_device').values(row).execute()
}

/** The last one of this trajectory, over or not. Whoever asks has found the trajectory as hers to see. */
export const findLastOwnDevice = (
  db: Db,
  orgId: string,
  trajectoryId: string,
): Promise<OwnDeviceRow | undefined> =>
  all(db, orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** By what was typed, whoever types it, held: of two devices at once one waits and then finds it typed. */
export const lockByCode = (tx: Tx, orgId: string, hash: Buffer): Promise<OwnDeviceRow | undefined> =>
  all(tx, orgId).where('code_hash', '=', hash).forUpdate().executeTakeFirst()

/** By what the page holds; of one that is over too, so that a form that is sent twice is known. */
export const findByToken = (db: Db, orgId: string, hash: Buffer): Promise<OwnDeviceRow | undefined> =>
  all(db, orgId).where('token_hash', '=', hash).executeTakeFirst()

export const lockOwnDevice = (tx: Tx, orgId: string, id: string): Promise<OwnDeviceRow | undefined> =>
  all(tx, orgId).where('id', '=', id).forUpdate().executeTakeFirst()

export async function saveOwnDevice(
  tx: Tx,
  row: Pick<OwnDeviceRow, 'org_id' | 'id'>,
  changed: Updateable<OwnDeviceTable>,
): Promise<void> {
  await tx
    .updateTable('own_device')
    .set(changed)
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** Ends what isn't over of this trajectory: there is one at a time. A code that wasn't typed is good for nothing more. */
export async function endOwnDevices(
  tx: Tx,
  orgId: string,
  trajectoryId: string,
  { at, code }: { readonly at: Temporal.Instant; readonly code: OwnDeviceEnding },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('own_device')
    .set({ ended_at: at, ended_code: code, code_hash: null })
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Codes that nobody typed in time: nothing of them is left that could be held against one that is drawn later. */
export async function forgetOldCodes(tx: Tx, orgId: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('own_device')
    .set({ code_hash: null })
    .where('org_id', '=', orgId)
    .where('code_hash', 'is not', null)
    .where('until_at', '<=', now)
    .execute()
}
