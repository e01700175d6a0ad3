import { type Kysely, sql, type Transaction } from 'kysely'
import type { Tables } from '#db/tables.ts'

/** Reads take `Db`, writes demand `Tx`: Kysely's transaction type is nominal, so a write outside one does not compile. */
export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>

/** What a JSON column is given: text that the database parses. */
export const json = (value: unknown): string => JSON.stringify(value)

/**
 * Opens the work of one organisation in this transaction: sets the tenant, then gives up the right to set it again
 * (`naast_work` may not execute `set_config`). Returns the organisation's time zone, or `null` if there is none
 * with this id.
 */
export async function enterOrganisation(tx: Tx, orgId: string): Promise<string | null> {
  const { rows } = await sql<{ zone: string | null }>`
    select set_config('naast.org', ${orgId}, true),
      (select time_zone from organisation where id = ${orgId}::uuid) as zone
  `.execute(tx)
  await sql`set local role naast_work`.execute(tx)
  return rows[0]?.zone ?? null
}
