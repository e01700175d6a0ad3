import { createHash } from 'node:crypto'
import type pg from 'pg'

/**
 * What keeps people's data apart and whole, as the database says it itself: columns, constraints, policies and what our
 * roles may. Indexes are left out: whoever runs a database may add one.
 */
const facts = `
select format('column %s.%s.%s %s %s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull)
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped and n.nspname in ('public', 'keys', 'auth')
union all
select format('walls %s.%s %s %s', n.nspname, c.relname, c.relrowsecurity, c.relforcerowsecurity)
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname in ('public', 'keys', 'auth')
union all
select format('constraint %s %s', k.conrelid::regclass, pg_get_constraintdef(k.oid))
  from pg_constraint k join pg_namespace n on n.oid = k.connamespace
  where n.nspname in ('public', 'keys', 'auth') and k.contype in ('c', 'f', 'p', 'u')
union all
select format('policy %s.%s %s %s %s %s %s', schemaname, tablename, policyname, permissive, cmd, qual, with_check)
  from pg_policies where schemaname in ('public', 'keys', 'auth')
union all
select format('grant %s.%s %s %s', n.nspname, c.relname, a.grantee::regrole, a.privilege_type)
  from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
  where n.nspname in ('public', 'keys', 'auth') and a.grantee <> c.relowner
union all
select format('grant %s.%s.%s %s %s', n.nspname, c.relname, t.attname, a.grantee::regrole, a.privilege_type)
  from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace,
    aclexplode(t.attacl) a
  where n.nspname in ('public', 'keys', 'auth')
union all
select format('trigger %s %s', t.tgrelid::regclass, pg_get_triggerdef(t.oid))
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where not t.tgisinternal and n.nspname in ('public', 'keys', 'auth')
`

export async function schemaHash(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ fact: string }>(`select fact from (${facts}) as f (fact)`)
  const lines = rows.map(({ fact }) => fact).toSorted()
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

/**
 * Are the tables as Naast left them? Remembered after the steps of each version; another PostgreSQL says the same in other
 * words, so then it is remembered anew.
 */
export async function changedTables(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ of: string }>(
    `select (select max(name) from kysely_migration) || ' on ' || current_setting('server_version_num')::int / 10000 as of`,
  )
  const of = rows[0]?.of
  const { rows: kept } = await client.query<{ schema_of: string | null; schema_hash: string | null }>(
    'select schema_of, schema_hash from installation',
  )
  const hash = await schemaHash(client)
  if (kept[0]?.schema_of !== of) {
    await client.query('update installation set schema_of = $1, schema_hash = $2', [of, hash])
    return null
  }
  return kept[0]?.schema_hash === hash
    ? null
    : 'The tables, their rules or who may reach them were changed by somebody else than Naast. Put back what was changed; if it is meant, clear installation.schema_of as the owner of the database.'
}
