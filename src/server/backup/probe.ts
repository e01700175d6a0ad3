import { sql } from 'kysely'
import { type Db, openOrganisation } from '#db/connection.ts'
import { findPeople } from '#db/person.ts'
import type { Context } from '#usecases/context.ts'
import { personFields } from '#usecases/person/person-file.ts'

/** Opens sealed fields of people chosen at random; one that belongs to somebody who was erased counts as neither. */
export async function openSome(
  context: Context,
  organisations: readonly string[],
  wanted: number,
): Promise<{ opened: number; failed: number }> {
  let [opened, failed] = [0, 0]
  for (const orgId of organisations) {
    if (opened + failed >= wanted) break
    await context.db.transaction().execute(async (tx) => {
      await openOrganisation(tx, orgId, null)
      const { rows } = await sql<{ id: string }>`
        select id from person where org_id = ${orgId} order by random() limit ${wanted}
      `.execute(tx)
      const ids = rows.map(({ id }) => id)
      const vault = context.vault(tx, orgId)
      await vault.load(ids)
      for (const row of await findPeople(tx, orgId, ids))
        for (const column of personFields.columns) {
          if (row[column] === null || opened + failed >= wanted) continue
          try {
            if (personFields.open(vault, row.id, row.id, column, row[column]) !== null) opened += 1
          } catch {
            failed += 1
          }
        }
    })
  }
  return { opened, failed }
}

/** Looks, as the role that does organisations' work, for rows of another organisation, and for any at all without one. */
export async function probeWalls(
  db: Db,
  organisations: readonly string[],
): Promise<{ probes: number; seen: number }> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select n.nspname as schema, c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
    where c.relkind = 'r' and c.relrowsecurity and n.nspname in ('public', 'keys') order by 1, 2
  `.execute(db)
  let [probes, seen] = [0, 0]
  const nobody = '00000000-0000-0000-0000-000000000000'
  for (const orgId of [...organisations.slice(0, 3), nobody])
    await db.transaction().execute(async (tx) => {
      await openOrganisation(tx, orgId, null)
      for (const { schema, name } of tables) {
        const { rows } = await sql<{ others: number }>`
          select count(*)::int as others from ${sql.id(schema, name)} where org_id <> ${orgId}
        `.execute(tx)
        probes += 1
        seen += rows[0]?.others ?? 0
      }
    })
  return { probes, seen }
}
