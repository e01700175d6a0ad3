import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupsToRemove, backupWarnings, longestKeptDays } from './keep-backups.ts'

const now = Temporal.Instant.from('2026-11-03T02:00:00Z')
const ago = (hours: number) => now.subtract({ hours })
const kept = (made: readonly Temporal.Instant[]) => {
  const gone = backupsToRemove(made, now)
  return made.filter((at) => !gone.includes(at))
}

describe('backups', () => {
  test('of the last seven days and four weeks are kept', () => {
    const nightly = Array.from({ length: 60 }, (_, night) => ago(night * 24))
    const days = kept(nightly).map((at) => Math.round(now.since(at).total('days')))
    expect(days.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(days.length).toBeLessThanOrEqual(11)
    expect(days.at(-1)).toBeGreaterThanOrEqual(15)
  })
  test('never all go, none outlives five weeks beside a newer one, and keeping again removes nothing more', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 24 * 120 }), { maxLength: 80 }), (hours) => {
        const made = hours.map(ago)
        const left = kept(made)
        expect(left.length > 0).toBe(made.length > 0)
        expect(left.length).toBeLessThanOrEqual(12)
        const old = left.filter((at) => now.since(at).total('hours') > longestKeptDays * 24)
        expect(old.length === 0 || left.length === 1).toBe(true)
        expect(backupsToRemove(left, now)).toEqual([])
        const [newest] = made.toSorted((a, b) => Temporal.Instant.compare(b, a))
        if (newest) expect(left.some((at) => at.equals(newest))).toBe(true)
      }),
    )
  })
  test('that are late are said to be', () => {
    expect(backupWarnings({ backup: null, drill: null }, now)).toEqual(['backup-never', 'drill-late'])
    expect(backupWarnings({ backup: ago(26), drill: ago(35 * 24) }, now)).toEqual([])
    expect(backupWarnings({ backup: ago(27), drill: ago(36 * 24) }, now)).toEqual([
      'backup-late',
      'drill-late',
    ])
  })
})
