import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type pg from 'pg'
import { contextBeside } from '#server/context-beside.ts'
import { replayLedger } from '#server/erasures/follow-erasures.ts'
import type { Ledger } from '#server/erasures/ledger-file.ts'
import type { RootKey } from '#server/keys/organisation-keys.ts'
import { dropDatabase, ensureDatabase } from '#server/postgres/ensure-database.ts'
import type { LoginPasswords } from '#server/postgres/migrate.ts'
import { openDatabase, openPool } from '#server/postgres/pool.ts'
import { withClient } from '#server/postgres/with-client.ts'
import { checkLog } from '#server/verify-log.ts'
import { listBackups, makeBackup } from './make-backup.ts'
import { openSome, probeWalls } from './probe.ts'
import { restoreBackup } from './restore.ts'
import { organisationIds } from './tables.ts'

export interface DrillParts {
  /** The live database, as its owner; a scratch database is made on the same server. */
  readonly owner: pg.ClientConfig
  readonly passwords: LoginPasswords
  readonly rootKey: RootKey
  readonly ledger: Ledger
  /** Where backups are kept, and the recipient's own key; without it a new backup is made and tried. */
  readonly kept: { readonly folder: string; readonly identity: string } | null
  readonly now: () => Temporal.Instant
}

export interface Drilled {
  /** What was looked at, in words, and whether it was as it should be. */
  readonly checks: readonly { readonly what: string; readonly ok: boolean }[]
  readonly rows: number
  readonly restoreSeconds: number
  /** How old the backup was: what would be lost. */
  readonly ageHours: number
}

/**
 * Restores a backup into a scratch database and looks whether what matters came back, who was erased stayed away, and
 * what is damaged is refused. Nothing of the live database is changed.
 */
export async function drill(parts: DrillParts): Promise<Drilled> {
  const { owner, passwords, rootKey, ledger, now } = parts
  const folder = mkdtempSync(path.join(tmpdir(), 'naast-drill-'))
  const scratch = { ...owner, database: `naast_drill_${randomBytes(6).toString('hex')}` }
  const maintenance = { ...owner, database: 'postgres' }
  const checks: { what: string; ok: boolean }[] = []
  const check = (what: string, ok: boolean) => checks.push({ what, ok })
  try {
    const { backup, identity } = await chosen(parts, folder)
    await ensureDatabase(maintenance, scratch.database)
    const began = performance.now()
    const { manifest, rows } = await restoreBackup({
      owner: scratch,
      passwords,
      rootKey,
      ledger,
      identity,
      folder: backup,
    })
    const at = Temporal.Instant.from(manifest.at)
    check(`${Object.keys(manifest.tables).length} tables with ${rows} rows are as they were`, true)
    const db = openDatabase(openPool({ ...scratch, user: 'naast_login', password: passwords.login, max: 4 }))
    try {
      const organisations = await idsIn(scratch)
      const job = { organisations: async () => organisations, ledger }
      const { erased } = await replayLedger({
        ...job,
        context: () => contextBeside(db, rootKey, 'drill', now),
      })
      const again = await livingErased(scratch, ledger, organisations)
      check(`${erased} files were erased anew, none of the list lives`, again === 0)
      // As on the day of the backup: what had just been written then was not sealed yet, and is no sign of anything.
      const then = contextBeside(db, rootKey, 'drill', () => at)
      let [seals, flaws] = [0, 0]
      for (const orgId of organisations) {
        const log = await checkLog(then, orgId)
        seals += log.seals
        flaws += log.flaws.length
      }
      check(`the access log is whole under ${seals} seals`, flaws === 0)
      const opened = await openSome(then, organisations, 100)
      const people = manifest.tables['public.person']?.rows ?? 0
      check(
        `${opened.opened} fields chosen at random open`,
        opened.failed === 0 && (opened.opened > 0 || people === 0),
      )
      const walls = await probeWalls(db, organisations)
      check(`${walls.probes} looks over the wall between organisations see nothing`, walls.seen === 0)
    } finally {
      await db.destroy()
    }
    const restoreSeconds = (performance.now() - began) / 1000
    for (const [what, refused] of await damaged(parts, backup, identity, { scratch, folder }))
      check(`${what} is refused`, refused)
    const ageHours = now().since(at).total('hours')
    return { checks, rows, restoreSeconds, ageHours }
  } finally {
    await dropDatabase(maintenance, scratch.database)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function chosen(
  { kept, owner, rootKey, ledger, now }: DrillParts,
  folder: string,
): Promise<{ backup: string; identity: string }> {
  if (kept) {
    const newest = listBackups(kept.folder).at(-1)
    if (!newest) throw new Error(`There is no backup in ${kept.folder}.`)
    return { backup: newest.folder, identity: kept.identity }
  }
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const made = await makeBackup({ owner, rootKey, ledger, recipient, folder: path.join(folder, 'made'), now })
  return { backup: made.folder, identity }
}

async function idsIn(owner: pg.ClientConfig): Promise<string[]> {
  return withClient(owner, async (client) => {
    return await organisationIds(client)
  })
}

/** Keys that live, of people on the list. */
async function livingErased(
  owner: pg.ClientConfig,
  ledger: Ledger,
  organisations: readonly string[],
): Promise<number> {
  const gone = ledger.read().erased.map(({ ownerId }) => ownerId)
  return withClient(owner, async (client) => {
    let living = 0
    for (const orgId of organisations) {
      await client.query(`set naast.org = ${client.escapeLiteral(orgId)}`)
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from keys.data_key
          where org_id = $1 and wrapped is not null and owner_id = any($2::uuid[])`,
        [orgId, gone],
      )
      living += rows[0]?.count ?? 0
    }
    return living
  })
}

/** Copies of the backup with one thing wrong each, and whether a restore of it was refused. */
async function damaged(
  { passwords, rootKey, ledger }: DrillParts,
  backup: string,
  identity: string,
  { scratch, folder }: { scratch: pg.ClientConfig; folder: string },
): Promise<[what: string, refused: boolean][]> {
  const flip = (file: string) => {
    const bytes = readFileSync(file)
    const at = Math.floor(bytes.length / 2)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(file, bytes)
  }
  const cases: [string, string, (copy: string) => void][] = [
    ['another key', await generateX25519Identity(), () => undefined],
    ['a flipped bit', identity, (copy) => flip(path.join(copy, 'data.age'))],
    ['a flipped bit among the keys', identity, (copy) => flip(path.join(copy, 'keys.age'))],
    [
      'a backup that was cut off',
      identity,
      (copy) =>
        truncateSync(
          path.join(copy, 'data.age'),
          Math.floor(readFileSync(path.join(copy, 'data.age')).length * 0.9),
        ),
    ],
    ['a changed list of contents', identity, (copy) => flip(path.join(copy, 'manifest.json'))],
  ]
  const results: [string, boolean][] = []
  const empty = { ...scratch, database: `${scratch.database}_x` }
  const maintenance = { ...scratch, database: 'postgres' }
  for (const [at, [what, key, harm]] of cases.entries()) {
    const copy = path.join(folder, `harmed-${at}`)
    mkdirSync(copy)
    cpSync(backup, copy, { recursive: true })
    harm(copy)
    await ensureDatabase(maintenance, String(empty.database))
    try {
      const refused = await restoreBackup({
        owner: empty,
        passwords,
        rootKey,
        ledger,
        identity: key,
        folder: copy,
      }).then(
        () => false,
        () => true,
      )
      results.push([what, refused])
    } finally {
      await dropDatabase(maintenance, String(empty.database))
    }
  }
  return results
}
