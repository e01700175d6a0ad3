import { Kysely, PostgresDialect } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'

const migrations = import.meta.glob<Migration>('../../db/migrations/*.ts', { eager: true })

/** Migrations by name, oldest first; forward only. */
const provider = {
  getMigrations: async (): Promise<Record<string, Migration>> =>
    Object.fromEntries(
      Object.entries(migrations).map(([file, migration]) => [file.replace(/^.*\/|\.ts$/g, ''), migration]),
    ),
}

export interface LoginPasswords {
  /** Password of `naast_login`, the role the app signs in as. */
  login: string
  /** Password of `naast_auth`, which sees the sign-in tables and nothing else. */
  auth: string
}

/**
 * Brings the database to this version of Naast as its owner: roles first (they belong to the server, not to one
 * database), then the migrations that are new. Throws on the first that fails; the ones before it stay.
 */
export async function migrate(
  ownerConfig: pg.ClientConfig,
  passwords: LoginPasswords,
  /** Only as far as this one: for a backup that was made when it was the last. */
  { until }: { readonly until?: string } = {},
): Promise<void> {
  const pool = new pg.Pool({ ...ownerConfig, max: 2 })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    await makeRoles(pool, passwords)
    const migrator = new Migrator({ db, provider })
    const { error } = await (until ? migrator.migrateTo(until) : migrator.migrateToLatest())
    if (error) throw error
  } finally {
    await db.destroy()
  }
}

async function makeRoles(pool: pg.Pool, passwords: LoginPasswords): Promise<void> {
  const client = await pool.connect()
  try {
    // Two processes may start on one server at once.
    await client.query(`select pg_advisory_lock(hashtext('naast roles'))`)
    const { rows } = await client.query<{ rolname: string }>(
      `select rolname from pg_roles where rolname in ('naast_work', 'naast_login', 'naast_auth')`,
    )
    const has = new Set(rows.map((row) => row.rolname))
    if (!has.has('naast_work')) await client.query('create role naast_work nologin noinherit')
    for (const [role, password] of [
      ['naast_login', passwords.login],
      ['naast_auth', passwords.auth],
    ] as const) {
      const verb = has.has(role) ? 'alter' : 'create'
      // Nothing is said of bypassing row security: only a superuser may mention it. The self-check looks.
      await client.query(`${verb} role ${role} login noinherit password ${pg.escapeLiteral(password)}`)
    }
    if (!has.has('naast_work')) await client.query('grant naast_work to naast_login')
    await keepTenantFixed(client)
    await client.query(`select pg_advisory_unlock(hashtext('naast roles'))`)
  } finally {
    client.release()
  }
}

/**
 * Whoever works for one organisation may not choose another: only the login role may set the tenant. Done once, as
 * it takes a superuser; an owner that is none finds it done (docs/deploy.md).
 */
async function keepTenantFixed(client: pg.PoolClient): Promise<void> {
  const setConfig = 'pg_catalog.set_config(text, text, boolean)'
  const may = async (role: string) => {
    const { rows } = await client.query<{ may: boolean }>(
      `select has_function_privilege($1, $2, 'execute') as may`,
      [role, setConfig],
    )
    return rows[0]?.may === true
  }
  if (!(await may('naast_work')) && !(await may('naast_auth')) && (await may('naast_login'))) return
  await client.query(`revoke execute on function ${setConfig} from public`)
  await client.query(`grant execute on function ${setConfig} to naast_login`)
}
