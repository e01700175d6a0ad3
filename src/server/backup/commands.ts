import { readFileSync } from 'node:fs'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { findOrganisationIds } from '#db/every-organisation.ts'
import { readConfig } from '#server/config.ts'
import { contextBeside } from '#server/context-beside.ts'
import { openOwner } from '#server/database.ts'
import { replayLedger } from '#server/erasures/follow-erasures.ts'
import { openLedger } from '#server/erasures/ledger-file.ts'
import { openSecrets } from '#server/keys/root-key.ts'
import { openDatabase, openPool } from '#server/postgres/pool.ts'
import { drill } from './drill.ts'
import { makeBackup, thinOut } from './make-backup.ts'
import { restoreBackup } from './restore.ts'
import { noteDrill } from './state.ts'

const now = () => Temporal.Now.instant()
const say = (line: string) => console.log(line)

function opened(env: NodeJS.ProcessEnv) {
  const config = readConfig(env)
  const { rootKey } = openSecrets(config)
  return { config, rootKey, ledger: openLedger(config.erasures, rootKey) }
}

/** `npm run backup`: one now. With `--new-key`: a key for backups, to be printed and kept elsewhere. */
export async function backupCommand(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<void> {
  if (args.includes('--new-key')) {
    const identity = await generateX25519Identity()
    say(`Keep this on paper or on a stick, away from the server; only it opens a backup:\n${identity}`)
    say(`Give this to Naast: NAAST_BACKUP_RECIPIENT=${await identityToRecipient(identity)}`)
    return
  }
  const { config, rootKey, ledger } = opened(env)
  const { folder, recipient } = config.backup
  if (!recipient)
    throw new Error('Set NAAST_BACKUP_RECIPIENT first; npm run backup -- --new-key makes a key for it.')
  const database = await openOwner({ ...config, rootKey: rootKey.key })
  try {
    const made = await makeBackup({ owner: database.owner, rootKey, ledger, recipient, folder, now })
    const { removed } = thinOut(folder, now())
    const rows = Object.values(made.manifest.tables).reduce((sum, table) => sum + table.rows, 0)
    say(
      `${made.folder}: ${rows} rows of ${Object.keys(made.manifest.tables).length} tables; ${removed} old ones removed.`,
    )
  } finally {
    await database.stop()
  }
}

/** `npm run restore -- backup identity-file`: into an empty database, with everybody erased anew who was. */
export async function restoreCommand(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<void> {
  const [folder, identityFile] = args
  if (!folder || !identityFile)
    throw new Error('Say which backup and where its key is: npm run restore -- <folder> <file with the key>')
  const { config, rootKey, ledger } = opened(env)
  const database = await openOwner({ ...config, rootKey: rootKey.key })
  try {
    const { owner, passwords } = database
    const identity = identityIn(identityFile)
    const { rows } = await restoreBackup({ owner, passwords, rootKey, ledger, identity, folder })
    const db = openDatabase(openPool(database.login))
    try {
      const { erased } = await replayLedger({
        organisations: () => findOrganisationIds(db),
        context: () => contextBeside(db, rootKey, 'restore', now),
        ledger,
      })
      say(`${rows} rows are back as they were; ${erased} files were erased anew. Everybody signs in again.`)
    } finally {
      await db.destroy()
    }
  } finally {
    await database.stop()
  }
}

/** `npm run drill -- identity-file`: tries the newest backup; without a key, one that it makes itself. */
export async function drillCommand(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<boolean> {
  const { config, rootKey, ledger } = opened(env)
  const [identityFile] = args
  const database = await openOwner({ ...config, rootKey: rootKey.key })
  try {
    const { owner, passwords } = database
    const kept = identityFile ? { folder: config.backup.folder, identity: identityIn(identityFile) } : null
    if (!kept) say('No key was given: this tries a backup that is made now, not the ones that are kept.')
    const { checks, rows, restoreSeconds, ageHours } = await drill({
      owner,
      passwords,
      rootKey,
      ledger,
      kept,
      now,
    })
    for (const { what, ok } of checks) say(`${ok ? 'ok  ' : 'NOT '} ${what}`)
    say(
      `RPO: the backup is ${ageHours.toFixed(1)} hours old. RTO: ${restoreSeconds.toFixed(1)} s for ${rows} rows.`,
    )
    const whole = checks.every(({ ok }) => ok)
    if (whole) noteDrill(config.backup.folder, now())
    return whole
  } finally {
    await database.stop()
  }
}

/** The key in a file, as `age-keygen` and `--new-key` write it; lines that begin with # are notes. */
function identityIn(file: string): string {
  const line = readFileSync(file, 'utf8')
    .split('\n')
    .map((one) => one.trim())
    .find((one) => /^AGE-SECRET-KEY-(PQ-)?1[0-9A-Z]+$/.test(one))
  if (!line) throw new Error(`There is no age key in ${file}.`)
  return line
}
