import { type Insertable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { SecretHomeTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'

/** Of these people, those whose home nobody may find. */
export async function findSecretHomes(
  db: Db,
  orgId: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('secret_home')
    .select('person_id')
    .where('org_id', '=', orgId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('until_day', 'is', null)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

/** Said once; said again it stays as it was. */
export async function insertSecretHome(tx: Tx, row: Insertable<SecretHomeTable>): Promise<void> {
  await tx
    .insertInto('secret_home')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'person_id']).where('until_day', 'is', null).doNothing(),
    )
    .execute()
}

export async function endSecretHome(tx: Tx, orgId: string, personId: string, on: Day): Promise<void> {
  await tx
    .updateTable('secret_home')
    .set({ until_day: on })
    .where('org_id', '=', orgId)
    .where('person_id', '=', personId)
    .where('until_day', 'is', null)
    .execute()
}
