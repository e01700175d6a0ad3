import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { startCluster } from './postgres/cluster.ts'
import { dropDatabase, ensureDatabase } from './postgres/ensure-database.ts'
import { type LoginPasswords, migrate } from './postgres/migrate.ts'
import { refuseReal } from './postgres/refuse-real.ts'

/** A migrated database, and how its two login roles reach it. */
export interface OpenDatabase {
  readonly login: pg.PoolConfig
  readonly auth: pg.PoolConfig
  /** As the owner: for the self-check and for backups, never for work. */
  readonly owner: pg.ClientConfig
  readonly embedded: boolean
  stop(): Promise<void>
}

interface Options {
  /** Any PostgreSQL 15 or later, reached as the owner of its database; `null` for the embedded one. */
  readonly databaseUrl: string | null
  readonly dataFolder: string
  readonly rootKey: Buffer
  /** Begins with an empty database, whatever is there: for the demo. Refused when the database is not our own. */
  readonly fresh: boolean
}

const name = 'naast'

/** Starts the embedded PostgreSQL or reaches the given one, and brings it to this version of Naast. */
export async function openDatabase({
  databaseUrl,
  dataFolder,
  rootKey,
  fresh,
}: Options): Promise<OpenDatabase> {
  const passwords = passwordsFrom(rootKey)
  if (databaseUrl === null) {
    const cluster = await startCluster({ folder: dataFolder })
    if (fresh) {
      await refuseReal(cluster.connect('postgres'), cluster.connect(name))
      await dropDatabase(cluster.connect('postgres'), name)
    }
    await ensureDatabase(cluster.connect('postgres'), name)
    const owner = cluster.connect(name)
    await migrate(owner, passwords)
    return { ...logins(owner, passwords), owner, embedded: true, stop: cluster.stop }
  }
  const owner = parse(databaseUrl)
  await migrate(owner, passwords)
  return { ...logins(owner, passwords), owner, embedded: false, stop: async () => undefined }
}

/**
 * The login roles' passwords follow from the root key, so that every process of one installation knows them and
 * nobody has to keep them anywhere.
 */
function passwordsFrom(rootKey: Buffer): LoginPasswords {
  const derived = (role: string) =>
    createHmac('sha256', rootKey).update(`password of ${role}`).digest('base64url')
  return { login: derived('naast_login'), auth: derived('naast_auth') }
}

const logins = (owner: pg.ClientConfig, passwords: LoginPasswords) => ({
  login: { ...owner, user: 'naast_login', password: passwords.login, max: 20 },
  auth: { ...owner, user: 'naast_auth', password: passwords.auth, max: 6 },
})

function parse(databaseUrl: string): pg.ClientConfig {
  const url = new URL(databaseUrl)
  const wantsTls = url.searchParams.get('sslmode') ?? 'disable'
  return {
    host: url.hostname || (url.searchParams.get('host') ?? 'localhost'),
    port: Number(url.port) || 5432,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
    ...(wantsTls === 'disable' ? {} : { ssl: { rejectUnauthorized: wantsTls !== 'require' } }),
  }
}
