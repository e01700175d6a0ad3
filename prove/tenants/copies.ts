import { createHash } from 'node:crypto'
import type pg from 'pg'

export interface Table {
  /** With its schema. */
  readonly name: string
  readonly columns: readonly string[]
  /** Foreign keys within an organisation: its own columns beside `org_id`, and where they point. */
  readonly bonds: readonly Bond[]
}
export interface Bond {
  readonly name: string
  readonly target: string
  readonly columns: readonly string[]
  readonly targetColumns: readonly string[]
}

/** Every table whose rows belong to an organisation, as PostgreSQL itself knows it. */
export async function tenantTables(owner: pg.Pool): Promise<Table[]> {
  const { rows: tables } = await owner.query<{ name: string; columns: string[] }>(`
    select n.nspname || '.' || c.relname as name,
      array(select attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not attisdropped) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'keys')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id') order by 1`)
  const { rows: bonds } = await owner.query<Bond & { table: string }>(`
    select k.conname as name, n.nspname || '.' || c.relname as table, tn.nspname || '.' || t.relname as target,
      array(select a.attname::text from unnest(k.conkey) with ordinality u(num, at)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num order by u.at) as columns,
      array(select a.attname::text from unnest(k.confkey) with ordinality u(num, at)
        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num order by u.at) as "targetColumns"
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
    where k.contype = 'f' and array_length(k.conkey, 1) > 1 order by 1`)
  return tables.map((table) => ({
    ...table,
    bonds: bonds.filter((bond) => bond.table === table.name),
  }))
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The same text of another organisation: every id in it is another one, and the same one everywhere. */
export const idsOf =
  (from: string, to: string) =>
  (text: string): string =>
    text.replace(uuid, (id) => {
      if (id === from) return to
      const hex = createHash('sha256').update(`${to}|${id}`).digest('hex')
      // Begins as the id that it stands for: ids tell their time.
      return `${id.slice(0, 15)}${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`
    })

export type Row = Readonly<Record<string, unknown>>

/** All rows of one organisation, by table. */
export async function rowsOf(
  owner: pg.Pool,
  tables: readonly Table[],
  orgId: string,
): Promise<Map<string, Row[]>> {
  const all = new Map<string, Row[]>()
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: Row }>(
      `select to_jsonb(t) as row from ${name} t where org_id = $1`,
      [orgId],
    )
    all.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  return all
}

/** Makes an organisation that is the same as this one but for every id. What is sealed in it nobody can open. */
export async function copyOrganisation(
  owner: pg.Pool,
  tables: readonly Table[],
  from: string,
  { orgId, slug }: { orgId: string; slug: string },
): Promise<void> {
  const ids = idsOf(from, orgId)
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query(
      `insert into organisation select (jsonb_populate_record(o, jsonb_build_object('id', $2::text, 'slug', $3::text))).* from organisation o where id = $1`,
      [from, orgId, slug],
    )
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `select to_jsonb(t)::text as row from ${name} t where org_id = $1`,
        [from],
      )
      if (rows.length > 0)
        await client.query(
          `insert into ${name} select (jsonb_populate_record(null::${name}, one)).* from unnest($1::jsonb[]) one`,
          [rows.map(({ row }) => ids(row))],
        )
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
