import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startCluster } from '#server/postgres/cluster.ts'
import { ensureDatabase } from '#server/postgres/ensure-database.ts'
import { migrate } from '#server/postgres/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: { host: string; port: number; user: string; password: string }
  }
}

export const template = 'naast_template'
export const passwords = { login: 'test-login', auth: 'test-auth' }

/** One PostgreSQL for the whole run and one migrated template; every test file clones a database of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'naast-test-'))
  const { chmodSync } = await import('node:fs')
  chmodSync(folder, 0o755)
  // Throw-away data: durability is off here, and only here.
  const cluster = await startCluster({
    folder,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  })
  try {
    await ensureDatabase(cluster.connect('postgres'), template)
    await migrate(cluster.connect(template), passwords)
  } catch (error) {
    await cluster.stop()
    throw error
  }
  const { host, port, user, password } = cluster.connect('postgres')
  project.provide('cluster', {
    host: String(host),
    port: Number(port),
    user: String(user),
    password: String(password),
  })
  return async () => {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
