import type pg from 'pg'
import { withClient } from '#server/postgres/with-client.ts'

/** The database's own tools for it: each row of a table, and each index against its table. */
const tables = `
select c.oid::regclass::text as name, c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'm') and c.relpersistence = 'p' and n.nspname in ('public', 'keys', 'auth', 'pg_catalog')`
const indexes = `
select c.oid::regclass::text as name, c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_index i on i.indexrelid = c.oid join pg_am a on a.oid = c.relam
 where a.amname = 'btree' and i.indisvalid and i.indisready and n.nspname in ('public', 'keys', 'auth', 'pg_catalog')`

/**
 * After a stop that was no stop (power, a kill -9 of PostgreSQL): is every table and index still whole? PostgreSQL mends
 * what it knows of by itself; this finds what a disk or a memory did to the rest. Names no row's contents.
 */
export const damaged = (owner: pg.ClientConfig): Promise<string[]> => withClient(owner, lookedOver)

async function lookedOver(client: pg.Client): Promise<string[]> {
  try {
    const known = await client.query(`select 1 from pg_available_extensions where name = 'amcheck'`)
    if (known.rows.length === 0)
      return ['PostgreSQL was not stopped in an orderly way, and it has no amcheck to look it over with.']
    await client.query('create schema if not exists naast_amcheck')
    await client.query('create extension if not exists amcheck schema naast_amcheck')
    const broken: string[] = []
    for (const { name, oid } of (await client.query<{ name: string; oid: number }>(tables)).rows) {
      const { rows } = await client
        .query<{ n: number }>(
          'select count(*)::int as n from naast_amcheck.verify_heapam($1::oid::regclass)',
          [oid],
        )
        .catch(() => ({ rows: [{ n: 1 }] }))
      if ((rows[0]?.n ?? 0) > 0) broken.push(`the table ${name}`)
    }
    for (const { name, oid } of (await client.query<{ name: string; oid: number }>(indexes)).rows)
      await client
        .query('select naast_amcheck.bt_index_check($1::oid::regclass, true)', [oid])
        .catch(() => broken.push(`the index ${name}`))
    return broken.map(
      (what) =>
        `PostgreSQL was not stopped in an orderly way, and ${what} is damaged. Put a backup back (docs/deploy.md).`,
    )
  } finally {
    await client.query('drop schema if exists naast_amcheck cascade').catch(() => undefined)
  }
}
