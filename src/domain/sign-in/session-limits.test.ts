import { describe, expect, test } from 'vitest'
import { sessionIsOver } from './session-limits.ts'

const start = Temporal.Instant.from('2026-11-03T08:00:00Z')
const later = (minutes: number) => start.add({ minutes })

describe('a session', () => {
  test.each([
    ['worker', 29, false],
    ['worker', 30, true],
    ['administrator', 14, false],
    ['administrator', 15, true],
  ] as const)('of a %s that idles for %i minutes: over is %s', (role, minutes, over) => {
    expect(sessionIsOver({ startedAt: start, seenAt: start }, [role], later(minutes))).toBe(over)
  })
  test('idles as an administrator’s if she has that role among others', () => {
    const times = { startedAt: start, seenAt: start }
    expect(sessionIsOver(times, ['coordinator', 'administrator'], later(16))).toBe(true)
  })
  test('ends after ten hours however busy she was', () => {
    const busy = (minutes: number) => ({ startedAt: start, seenAt: later(minutes) })
    expect(sessionIsOver(busy(599), ['worker'], later(599))).toBe(false)
    expect(sessionIsOver(busy(599), ['worker'], later(600))).toBe(true)
  })
})
