import path from 'node:path'
import type pg from 'pg'
import type { Ledger } from '#server/erasures/ledger-file.ts'
import type { RootKey } from '#server/keys/organisation-keys.ts'
import { type LoginPasswords, migrate } from '#server/postgres/migrate.ts'
import { withClient } from '#server/postgres/with-client.ts'
import { firstLine, loadLines } from './load.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { checkMark, readSealed } from './sealed-file.ts'
import { fingerprints, listTables, organisationIds } from './tables.ts'

export interface RestoreParts {
  /** Of an empty database. */
  readonly owner: pg.ClientConfig
  readonly passwords: LoginPasswords
  readonly rootKey: RootKey
  readonly ledger: Pick<Ledger, 'read'> & { readonly hashAt: (number: number) => string }
  /** The recipient's own key: `AGE-SECRET-KEY-1…`. */
  readonly identity: string
  readonly folder: string
}

/**
 * Puts a backup into an empty database, and holds every table against what it was. Who was erased since is not erased
 * yet: `replayLedger` does that, and nobody is let in before it did.
 */
export async function restoreBackup(parts: RestoreParts): Promise<{ manifest: Manifest; rows: number }> {
  const { owner, passwords, rootKey, ledger, identity, folder } = parts
  const manifest = readManifest(folder, rootKey)
  const [data, keys] = [path.join(folder, 'data.age'), path.join(folder, 'keys.age')]
  await checkMark(data, manifest.files.data)
  await checkMark(keys, manifest.files.keys)
  const { number, hash } = manifest.erasures
  if (ledger.read().end.number < number || ledger.hashAt(number) !== hash)
    throw new Error(
      'The list of erased files is older than this backup. Put the newest one back first: without it, people who were erased would live again.',
    )
  const sources = [await begun(readSealed(data, identity)), await begun(readSealed(keys, identity))]
  await refuseUsed(owner)
  await migrate(owner, passwords, { until: manifest.migration })
  return withClient(owner, async (client) => {
    const { rows } = await loadLines(client, sources)
    const found = await fingerprints(client, await listTables(client), await organisationIds(client))
    const wrong = Object.entries(manifest.tables).filter(
      ([name, { rows, print }]) => found[name]?.rows !== rows || found[name]?.print !== print,
    )
    if (wrong.length > 0)
      throw new Error(
        `After the restore these tables are not as they were: ${wrong.map(([name]) => name).join(', ')}`,
      )
    await migrate(owner, passwords)
    return { manifest, rows }
  })
}

/** Throws at another key, and at what is no backup, before anything is made. */
async function begun(lines: AsyncGenerator<string>): Promise<AsyncGenerator<string>> {
  const { value } = await lines.next()
  if (value !== firstLine) throw new Error('This is not a backup of Naast.')
  return lines
}

/** A database with anybody in it is never overwritten. */
async function refuseUsed(owner: pg.ClientConfig): Promise<void> {
  return withClient(owner, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('public.organisation') is not null as there`,
    )
    if (!rows[0]?.there) return
    const { rows: organisations } = await client.query('select 1 from organisation limit 1')
    if (organisations.length > 0)
      throw new Error('This database is in use. A backup is only put back into an empty one.')
    // Migrated by a start, and nothing more: begun again, so that the backup's own version comes first.
    await client.query(
      'drop schema public cascade; create schema public; drop schema if exists keys, auth cascade',
    )
  })
}
