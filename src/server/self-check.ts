import pg from 'pg'
import { type Config, isLocal } from './config.ts'

interface Reach {
  readonly owner: pg.ClientConfig
  readonly embedded: boolean
}

/**
 * Looks at the place before anybody is let in, and refuses to start where it is not safe (security design 3.12).
 * Throws with everything that is wrong, each with how to mend it. The demo is held to less: its people are invented.
 */
export async function selfCheck(config: Pick<Config, 'mode' | 'url'>, { owner }: Reach): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const problems = [
      await wrongWorld(client, config.mode),
      ...(config.mode === 'production'
        ? [
            plainHttp(config.url),
            ...(await strongRoles(client)),
            ...(await openTables(client)),
            ...(await notDurable(client)),
            await demoAccounts(client),
          ]
        : []),
    ].filter((problem) => problem !== null)
    if (problems.length > 0) throw new Error(`Naast does not start like this:\n- ${problems.join('\n- ')}`)
  } finally {
    await client.end()
  }
}

/** A database is the demo's or it is real, from its first start on; with the demo's sign-in nobody reaches a real one. */
async function wrongWorld(client: pg.Client, mode: Config['mode']): Promise<string | null> {
  await client.query('insert into installation (mode) values ($1) on conflict do nothing', [mode])
  const { rows } = await client.query<{ mode: string }>('select mode from installation')
  const made = rows[0]?.mode
  if (made === mode) return null
  return made === 'demo'
    ? 'This database holds the demo. Give production one of its own (DATABASE_URL or NAAST_DATA).'
    : 'This database is a real one. The demo does not open it; give it one of its own (NAAST_DATA).'
}

const plainHttp = (url: string): string | null =>
  url.startsWith('https:') || isLocal(url)
    ? null
    : 'NAAST_URL is plain http on a public address. Put a proxy with TLS in front and set it to https.'

async function strongRoles(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ rolname: string }>(
    `select rolname from pg_roles
      where rolname in ('naast_login', 'naast_work', 'naast_auth') and (rolsuper or rolbypassrls or rolcreaterole)`,
  )
  return rows.map(
    ({ rolname }) =>
      `The database role ${rolname} may do too much: it must not be a superuser, bypass row security or make roles.`,
  )
}

/** Every table of organisations must keep them apart. */
async function openTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
      where c.relkind in ('r', 'p') and n.nspname in ('public', 'keys')
        and (not c.relrowsecurity or not c.relforcerowsecurity
          or not exists (select 1 from pg_policy p where p.polrelid = c.oid))
      order by 1`,
  )
  return rows.map(
    ({ name }) =>
      `The table ${name} does not keep organisations apart: row-level security must be forced on it.`,
  )
}

async function notDurable(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'`,
  )
  return rows.map(
    ({ name }) => `PostgreSQL runs with ${name} off: what people save could be lost. Switch it on.`,
  )
}

/** Accounts without a password are the demo's cast. */
async function demoAccounts(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ n: number }>(
    'select count(*)::int as n from auth.user u where not exists (select 1 from auth.account a where a.user_id = u.id)',
  )
  return (rows[0]?.n ?? 0) > 0 ? 'There are accounts of the demo in this database.' : null
}
