import { describe, expect, test } from 'vitest'
import { type InstallationFacts, installationWarnings } from './installation-warning.ts'

const now = Temporal.Instant.from('2026-11-03T08:00:00Z')
const ago = (hours: number) => now.subtract({ minutes: Math.round(hours * 60) })
const well: InstallationFacts = {
  backups: { backup: ago(25), drill: ago(24 * 34) },
  mail: true,
  checksums: true,
  stoppedHard: false,
}

describe('of a server is told', () => {
  test('nothing, as long as nothing is the matter', () => {
    expect(installationWarnings(well, now)).toEqual([])
  })
  test.each([
    [{ backups: null }, 'backups-off'],
    [{ backups: { backup: null, drill: ago(1) } }, 'backup-never'],
    [{ backups: { backup: ago(26.1), drill: ago(1) } }, 'backup-late'],
    [{ backups: { backup: ago(1), drill: null } }, 'drill-late'],
    [{ backups: { backup: ago(1), drill: ago(24 * 35 + 1) } }, 'drill-late'],
    [{ mail: false }, 'mail-off'],
    [{ checksums: false }, 'checksums-off'],
    [{ stoppedHard: true }, 'stopped-hard'],
  ] as const)('%j as %s', (changed, code) => {
    expect(installationWarnings({ ...well, ...changed }, now)).toEqual([code])
  })
})
