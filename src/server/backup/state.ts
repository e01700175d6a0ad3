import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { backupWarnings } from '#domain/backup/keep-backups.ts'
import type { Config } from '#server/config.ts'
import { withClient } from '#server/postgres/with-client.ts'
import { type BackupParts, listBackups, makeBackup, thinOut } from './make-backup.ts'

const drillFile = (folder: string): string => path.join(folder, 'last-drill')

export function noteDrill(folder: string, at: Temporal.Instant): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(drillFile(folder), `${at.toString()}\n`, { mode: 0o600 })
}

function lastDrill(folder: string): Temporal.Instant | null {
  try {
    return existsSync(drillFile(folder))
      ? Temporal.Instant.from(readFileSync(drillFile(folder), 'utf8').trim())
      : null
  } catch {
    return null
  }
}

const words = {
  'backup-never': 'There is no backup in NAAST_BACKUPS yet.',
  'backup-late': 'The last backup is older than 26 hours. Look why: npm run backup says what goes wrong.',
  'drill-late': 'Nobody tried for five weeks whether a backup comes back: npm run drill does.',
} as const

/** When there last was a backup, and a drill; `null` where none are made here. */
export const backupsOf = ({ backup }: Pick<Config, 'backup'>) =>
  backup.recipient === null
    ? null
    : { backup: listBackups(backup.folder).at(-1)?.at ?? null, drill: lastDrill(backup.folder) }

/** What whoever runs a real Naast should know of its backups, in a line each. */
export function backupLines(config: Pick<Config, 'mode' | 'backup'>, now: Temporal.Instant): string[] {
  if (config.mode === 'demo') return []
  const last = backupsOf(config)
  if (last === null)
    return [
      'No backups are made: set NAAST_BACKUP_RECIPIENT (docs/deploy.md, Backups), or make them in another way.',
    ]
  return backupWarnings(last, now).map((warning) => words[warning])
}

const nightHours = 24

/** Makes the day's backup if it is time, and removes what is kept no longer. */
export async function backUpIfDue(parts: BackupParts): Promise<{ made: boolean }> {
  const last = listBackups(parts.folder).at(-1)
  if (last && parts.now().since(last.at).total('hours') < nightHours) return { made: false }
  if (!(await hasAnybody(parts.owner))) return { made: false }
  await makeBackup(parts)
  thinOut(parts.folder, parts.now())
  return { made: true }
}

/** Before its first organisation a backup would be of nothing, and the next one a day away. */
async function hasAnybody(owner: pg.ClientConfig): Promise<boolean> {
  return withClient(owner, async (client) => {
    return (await client.query('select 1 from organisation limit 1')).rows.length > 0
  })
}
