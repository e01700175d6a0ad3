import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startCluster } from '#server/postgres/cluster.ts'
import { ensureDatabase } from '#server/postgres/ensure-database.ts'
import { migrate } from '#server/postgres/migrate.ts'

/** How the superuser of a throw-away PostgreSQL reaches it. */
export interface Cluster {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
}

export const template = 'naast_template'
export const passwords = { login: 'test-login', auth: 'test-auth' }

/** A PostgreSQL of its own with one migrated template, of which every world clones a database. */
export async function startThrowAway(settings: Readonly<Record<string, string>> = {}): Promise<{
  cluster: Cluster
  folder: string
  stop(): Promise<void>
}> {
  const folder = mkdtempSync(path.join(tmpdir(), 'naast-test-'))
  chmodSync(folder, 0o755)
  // Throw-away data: durability is off here, and only here.
  const cluster = await startCluster({
    folder,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', ...settings },
  })
  const stop = async () => {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await ensureDatabase(cluster.connect('postgres'), template)
    await migrate(cluster.connect(template), passwords)
  } catch (error) {
    await stop()
    throw error
  }
  const { host, port, user, password } = cluster.connect('postgres')
  return {
    cluster: { host: String(host), port: Number(port), user: String(user), password: String(password) },
    folder,
    stop,
  }
}
