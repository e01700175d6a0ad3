import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { backupsToRemove } from '#domain/backup/keep-backups.ts'
import type { Ledger } from '#server/erasures/ledger-file.ts'
import type { RootKey } from '#server/keys/organisation-keys.ts'
import { withClient } from '#server/postgres/with-client.ts'
import { dumpLines } from './dump.ts'
import { type Manifest, writeManifest } from './manifest.ts'
import { writeSealed } from './sealed-file.ts'
import { fingerprints, isKeys, lastMigration, listTables, organisationIds } from './tables.ts'

export interface BackupParts {
  readonly owner: pg.ClientConfig
  readonly rootKey: RootKey
  readonly ledger: Pick<Ledger, 'read'>
  readonly recipient: string
  readonly folder: string
  readonly now: () => Temporal.Instant
}

const nameOf = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' }).replaceAll(':', '')
const named = /^(\d{4}-\d\d-\d\dT)(\d\d)(\d\d)(\d\dZ)$/

/** The backups in this folder, oldest first. */
export const listBackups = (folder: string): { at: Temporal.Instant; folder: string }[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .flatMap((name) => {
      const parts = named.exec(name)
      return parts
        ? [
            {
              at: Temporal.Instant.from(`${parts[1]}${parts[2]}:${parts[3]}:${parts[4]}`),
              folder: path.join(folder, name),
            },
          ]
        : []
    })
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))

/**
 * Writes the whole database, as it is at one moment, to a folder of two sealed files: all but the keys, and the keys.
 * What is half-made bears another name, and is cleared away at the next. The database goes on working meanwhile.
 */
export async function makeBackup(parts: BackupParts): Promise<{ folder: string; manifest: Manifest }> {
  const { owner, rootKey, ledger, recipient, now } = parts
  mkdirSync(parts.folder, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(parts.folder))
    if (name.startsWith('.making-')) rmSync(path.join(parts.folder, name), { recursive: true })
  const at = now()
  const folder = path.join(parts.folder, nameOf(at))
  const making = path.join(parts.folder, `.making-${nameOf(at)}`)
  mkdirSync(making, { mode: 0o700 })
  // Before the snapshot: whoever is erased from here on is in the backup, and her line comes after this.
  const erasures = ledger.read().end
  return withClient(owner, async (client) => {
    await client.query('begin transaction isolation level repeatable read read only')
    const [tables, organisations] = [await listTables(client), await organisationIds(client)]
    const manifest: Manifest = {
      form: 'naast-backup-1',
      at: at.toString(),
      migration: await lastMigration(client),
      rootKey: rootKey.id,
      tables: await fingerprints(client, tables, organisations),
      files: {
        data: await writeSealed(
          path.join(making, 'data.age'),
          recipient,
          dumpLines(
            client,
            tables.filter((table) => !isKeys(table)),
            organisations,
          ),
        ),
        keys: await writeSealed(
          path.join(making, 'keys.age'),
          recipient,
          dumpLines(client, tables.filter(isKeys), organisations),
        ),
      },
      erasures,
    }
    await client.query('commit')
    writeManifest(making, manifest, rootKey)
    renameSync(making, folder)
    return { folder, manifest }
  })
}

/** Removes what is kept no longer. */
export function thinOut(folder: string, now: Temporal.Instant): { removed: number } {
  const all = listBackups(folder)
  const gone = backupsToRemove(
    all.map(({ at }) => at),
    now,
  )
  for (const one of all)
    if (gone.some((at) => at.equals(one.at))) rmSync(one.folder, { recursive: true, force: true })
  return { removed: gone.length }
}
