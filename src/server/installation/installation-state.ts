import { type InstallationWarning, installationWarnings } from '#domain/installation/installation-warning.ts'
import type { Config } from '#server/config.ts'
import { backupsOf } from '../backup/state.ts'
import type { Looked } from '../self-check.ts'

/** What whoever runs this server should mend, as it is now; a demo is held to nothing. */
export const installationState = (
  config: Pick<Config, 'mode' | 'backup' | 'mail'>,
  looked: Looked,
  now: Temporal.Instant,
): readonly InstallationWarning[] =>
  config.mode === 'demo'
    ? []
    : installationWarnings({ ...looked, mail: config.mail !== null, backups: backupsOf(config) }, now)
