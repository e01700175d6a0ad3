import { backupWarnings } from '#domain/backup/keep-backups.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** What whoever runs a server, or has it run, should mend; nothing that keeps it from starting (security design 3.12). */
export const installationWarningCodes = [
  'backups-off',
  'backup-never',
  'backup-late',
  'drill-late',
  'mail-off',
  'checksums-off',
  'stopped-hard',
] as const
export type InstallationWarning = (typeof installationWarningCodes)[number]

export interface InstallationFacts {
  /** `null`: none are made here. */
  readonly backups: {
    readonly backup: Temporal.Instant | null
    readonly drill: Temporal.Instant | null
  } | null
  readonly mail: boolean
  /** Does the database notice when a disk gives back something else than was written? */
  readonly checksums: boolean
  /** Its last stop was none; everything was looked over since and is whole. */
  readonly stoppedHard: boolean
}

export const installationWarnings = (
  { backups, mail, checksums, stoppedHard }: InstallationFacts,
  now: Temporal.Instant,
): readonly InstallationWarning[] => [
  ...(backups === null ? (['backups-off'] as const) : backupWarnings(backups, now)),
  ...(mail ? [] : (['mail-off'] as const)),
  ...(checksums ? [] : (['checksums-off'] as const)),
  ...(stoppedHard ? (['stopped-hard'] as const) : []),
]

export const installationPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'administrator'),
} as const
