import type { Insertable, Selectable } from 'kysely'
import type { AuthDb } from '#db/sign-in.ts'
import type { AuthPasskeyTable } from '#db/sign-in-tables.ts'

export type PasskeyRow = Selectable<AuthPasskeyTable>

/** All of one account, the oldest first. */
export const findPasskeys = (db: AuthDb, userId: string): Promise<PasskeyRow[]> =>
  db
    .selectFrom('auth.passkey')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** The passkey that a browser says it has, whoever's it is. */
export const findPasskey = (db: AuthDb, credentialId: string): Promise<PasskeyRow | undefined> =>
  db.selectFrom('auth.passkey').selectAll().where('credential_id', '=', credentialId).executeTakeFirst()

/** False if this very passkey is known already. */
export async function insertPasskey(db: AuthDb, row: Insertable<AuthPasskeyTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('auth.passkey')
    .values(row)
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Counts a use on from the count it was held against; false if another use came between, or it was taken away. */
export async function countUse(db: AuthDb, row: PasskeyRow, counter: number, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('auth.passkey')
    .set({ counter, used_at: at })
    .where('id', '=', row.id)
    .where('counter', '=', row.counter)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Only of her own account: whose it is stands in the question itself. */
export async function deletePasskey(db: AuthDb, userId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('auth.passkey')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Claims what is good once; false if it was used before. */
export async function claimOnce(db: AuthDb, hash: Buffer, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('auth.once')
    .values({ hash, used_at: at })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
