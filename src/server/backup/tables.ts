import type pg from 'pg'

/** A table as a backup has it. Names are quoted where that is needed. */
export interface BackedUp {
  readonly name: string
  readonly columns: readonly string[]
  /** Has rows of organisations, which row-level security shows one organisation at a time. */
  readonly perOrganisation: boolean
}

/** Worth nothing later, or worse: a session from the past must not live again. */
const leftOut = new Set([
  'public.kysely_migration',
  'public.kysely_migration_lock',
  'auth.session',
  'auth.verification',
  'auth.attempt',
])

/** All tables that a backup has, in the order of their names. */
export async function listTables(client: pg.Client): Promise<BackedUp[]> {
  const { rows } = await client.query<{ plain: string; name: string; columns: string[]; per: boolean }>(`
    select n.nspname || '.' || c.relname as plain, format('%I.%I', n.nspname, c.relname) as name,
      array_agg(format('%I', a.attname) order by a.attnum) filter (where a.attgenerated = '') as columns,
      bool_or(a.attname = 'org_id') and c.relrowsecurity as per
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and n.nspname in ('public', 'keys', 'auth')
    group by n.nspname, c.relname, c.relrowsecurity order by 1`)
  return rows
    .filter(({ plain }) => !leftOut.has(plain))
    .map(({ name, columns, per }) => ({ name, columns, perOrganisation: per }))
}

export const isKeys = ({ name }: BackedUp): boolean => name.startsWith('keys.')

export interface Fingerprint {
  readonly rows: number
  /** The same for the same rows, in whatever order they stand. */
  readonly print: string
}

/** Counts and fingerprints of all tables, over all organisations. */
export async function fingerprints(
  client: pg.Client,
  tables: readonly BackedUp[],
  organisations: readonly string[],
): Promise<Record<string, Fingerprint>> {
  const found: Record<string, Fingerprint> = {}
  await client.query(`set timezone = 'UTC'`)
  for (const table of tables) {
    let [count, sum] = [0, 0n]
    for (const orgId of table.perOrganisation ? organisations : [null]) {
      await enter(client, orgId)
      const { rows } = await client.query<{ count: string; sum: string }>(
        `select count(*) as count, coalesce(sum(
            ('x' || substr(encode(sha256(convert_to(to_jsonb(t)::text, 'UTF8')), 'hex'), 1, 15))::bit(60)::bigint::numeric
          ), 0) as sum from ${table.name} t ${orgId === null ? '' : 'where org_id = $1'}`,
        orgId === null ? [] : [orgId],
      )
      count += Number(rows[0]?.count ?? 0)
      sum += BigInt(rows[0]?.sum ?? 0)
    }
    found[table.name] = { rows: count, print: sum.toString(16) }
  }
  return found
}

/** What follows is of this organisation, also for an owner whom row-level security holds. */
export async function enter(client: pg.Client, orgId: string | null): Promise<void> {
  if (orgId !== null) await client.query(`set naast.org = ${client.escapeLiteral(orgId)}`)
}

export const organisationIds = async (client: pg.Client): Promise<string[]> =>
  (await client.query<{ id: string }>('select id from organisation order by id')).rows.map(({ id }) => id)

/** The last migration that this database had. */
export const lastMigration = async (client: pg.Client): Promise<string> =>
  (await client.query<{ name: string }>('select name from kysely_migration order by name desc limit 1'))
    .rows[0]?.name ?? ''
