import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { startCluster } from './postgres/cluster.ts'
import { dropDatabase, ensureDatabase } from './postgres/ensure-database.ts'
import { type LoginPasswords, migrate } from './postgres/migrate.ts'
import { onlyOne } from './postgres/only-one.ts'
import { refuseFull, refuseReal } from './postgres/refuse-real.ts'

/** A migrated database, and how its two login roles reach it. */
export interface OpenDatabase {
  readonly login: pg.PoolConfig
  readonly auth: pg.PoolConfig
  /** As the owner: for the self-check and for backups, never for work. */
  readonly owner: pg.ClientConfig
  readonly embedded: boolean
  /** Our own database ended without being asked to, before this start. */
  readonly stoppedHard: boolean
  /** Of the two login roles, for who migrates again while it runs. */
  readonly passwords: LoginPasswords
  stop(): Promise<void>
}

interface Options {
  /** Any PostgreSQL 15 or later, reached as the owner of its database; `null` for the embedded one. */
  readonly databaseUrl: string | null
  readonly dataFolder: string
  readonly rootKey: Buffer
  /** Begins with an empty database: for the demo. Only our own is emptied; another one must be empty already. */
  readonly fresh: boolean
}

const name = 'naast'

/** Starts the embedded PostgreSQL or reaches the given one, and brings it to this version of Naast. */
export async function openDatabase(options: Options): Promise<OpenDatabase> {
  const passwords = passwordsFrom(options.rootKey)
  if (options.databaseUrl === null) return openEmbedded(options, passwords)
  const owner = parse(options.databaseUrl)
  if (options.fresh) await refuseFull(owner)
  await migrate(owner, passwords)
  return {
    ...logins(owner, passwords),
    owner,
    embedded: false,
    stoppedHard: false,
    passwords,
    stop: async () => undefined,
  }
}

/**
 * The database as its owner finds it, for commands beside a server: one that runs already goes on, and nothing is
 * migrated.
 */
export async function openOwner({
  databaseUrl,
  dataFolder,
  rootKey,
}: Omit<Options, 'fresh'>): Promise<Omit<OpenDatabase, 'embedded' | 'stoppedHard'>> {
  const passwords = passwordsFrom(rootKey)
  if (databaseUrl !== null) {
    const owner = parse(databaseUrl)
    return { ...logins(owner, passwords), owner, passwords, stop: async () => undefined }
  }
  const cluster = await startCluster({ folder: dataFolder, outOfReach: true, visit: true })
  const owner = cluster.connect(name)
  // Nobody may start on a database that this command stops when it is done.
  const release = cluster.visited
    ? async () => undefined
    : await onlyOne(cluster.connect('postgres'), dataFolder)
  const stop = async () => {
    await release()
    await cluster.stop()
  }
  try {
    await ensureDatabase(cluster.connect('postgres'), name)
    return { ...logins(owner, passwords), owner, passwords, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function openEmbedded(
  { dataFolder, fresh }: Options,
  passwords: LoginPasswords,
): Promise<OpenDatabase> {
  const cluster = await startCluster({ folder: dataFolder, outOfReach: true })
  // Until the folder is ours, another Naast may be working with this database: it is not ours to stop.
  const release = await onlyOne(cluster.connect('postgres'), dataFolder)
  const stop = async () => {
    await release()
    await cluster.stop()
  }
  try {
    const [maintenance, owner] = [cluster.connect('postgres'), cluster.connect(name)]
    if (fresh) {
      await refuseReal(maintenance, owner)
      await dropDatabase(maintenance, name)
    }
    await ensureDatabase(maintenance, name)
    await migrate(owner, passwords)
    const { stoppedHard } = cluster
    return { ...logins(owner, passwords), owner, embedded: true, stoppedHard, passwords, stop }
  } catch (error) {
    await stop()
    throw error
  }
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
