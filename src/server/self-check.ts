import pg from 'pg'
import { type Config, isLocal } from './config.ts'
import { damaged } from './installation/after-a-crash.ts'
import { mostSecondsApart, secondsApart } from './installation/clock.ts'
import { changedTables } from './installation/schema-hash.ts'
import { withClient } from './postgres/with-client.ts'

interface Reach {
  readonly owner: pg.ClientConfig
  readonly embedded: boolean
  /** The root key that this server holds. */
  readonly rootKeyId?: string
  /** The database ended without being asked to, before this start. */
  readonly stoppedHard?: boolean
}

/** What this server's own clock says, and on which Node it runs. */
interface Here {
  readonly now: () => Temporal.Instant
  readonly node: string
}

/** What was found and keeps nobody from starting, but should be known. */
export interface Looked {
  readonly checksums: boolean
  readonly stoppedHard: boolean
}

/** The first Node with `Temporal` in it, which all days here are made of. */
const oldestNode = 26

/**
 * Looks at the place before anybody is let in, and refuses to start where it is not safe (security design 3.12).
 * Throws with everything that is wrong, each with how to mend it. The demo is held to less: its people are invented.
 */
export async function selfCheck(
  config: Pick<Config, 'mode' | 'url' | 'host'>,
  { owner, embedded, rootKeyId, stoppedHard = false }: Reach,
  { now, node }: Here = { now: () => Temporal.Now.instant(), node: process.versions.node },
): Promise<Looked> {
  return withClient(owner, async (client) => {
    const problems = [
      oldNode(node),
      await tooOld(client),
      await wrongWorld(client, config.mode),
      rootKeyId === undefined ? null : await otherRootKey(client, rootKeyId),
      await chosenTenant(client),
      ...(config.mode === 'production'
        ? [
            plainHttp(config.url),
            unnamed(config),
            ...(await strongRoles(client)),
            ...(await openTables(client)),
            ...(await notDurable(client)),
            await demoAccounts(client),
            await otherClock(client, now),
            await changedTables(client),
            ...(embedded && stoppedHard ? await damaged(owner) : []),
          ]
        : []),
    ].filter((problem) => problem !== null)
    if (problems.length > 0) throw new Error(`Naast does not start like this:\n- ${problems.join('\n- ')}`)
    return { checksums: await hasChecksums(client), stoppedHard }
  })
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

/** Listening to the network while the address is this machine's own: cookies would not ask for TLS. */
const unnamed = ({ host, url }: Pick<Config, 'host' | 'url'>): string | null =>
  isLocal(url) && !isLocal(`http://${host.includes(':') ? `[${host}]` : host}`)
    ? 'NAAST_HOST opens Naast to the network, and NAAST_URL does not say at which address. Set it, with https.'
    : null

const oldNode = (node: string): string | null =>
  Number.parseInt(node, 10) >= oldestNode
    ? null
    : `Naast runs on Node ${node}, which is too old. Start it with npm start: that brings the right one.`

async function otherClock(client: pg.Client, now: Here['now']): Promise<string | null> {
  const apart = await secondsApart(client, now)
  return apart < mostSecondsApart
    ? null
    : `The clock of this server and the database's are ${Math.round(apart)} seconds apart. Let both follow a time server (NTP).`
}

async function hasChecksums(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ on: string }>(`select current_setting('data_checksums') as on`)
  return rows[0]?.on === 'on'
}

async function tooOld(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  )
  return (rows[0]?.version ?? 0) >= 150_000 ? null : 'PostgreSQL is older than 15. Naast needs 15 or later.'
}

/** A key file that went missing and was made anew opens nothing; saying so now is better than at the first name. */
async function otherRootKey(client: pg.Client, rootKeyId: string): Promise<string | null> {
  const { rows: organisations } = await client.query<{ id: string }>('select id from organisation limit 1')
  const orgId = organisations[0]?.id
  if (!orgId) return null
  await client.query('begin')
  try {
    await client.query(`set local naast.org = ${pg.escapeLiteral(orgId)}`)
    const { rows } = await client.query<{ wrapped_by: string }>(
      'select wrapped_by from keys.organisation_key where org_id = $1',
      [orgId],
    )
    const wrappedBy = rows[0]?.wrapped_by ?? rootKeyId
    return wrappedBy === rootKeyId
      ? null
      : `What is in this database was sealed under root key ${wrappedBy}; this server holds ${rootKeyId}. Put the right key back (NAAST_ROOT_KEY, or the file root-key in the data folder).`
  } finally {
    await client.query('rollback')
  }
}

/** Whoever works for one organisation may not choose another. */
async function chosenTenant(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ may: boolean }>(
    `select has_function_privilege('naast_work', 'pg_catalog.set_config(text, text, boolean)', 'execute') as may`,
  )
  return rows[0]?.may
    ? 'The database role naast_work may execute set_config. docs/deploy.md says how to revoke that.'
    : null
}

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
