import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDay } from '#domain/day.ts'
import type { GateStatus } from '#domain/worker/gates.ts'
import { closingSoon, remindDays, remindFrom } from '#domain/worker/reminders.ts'

const day = (text: string) => {
  const read = readDay(text)
  if (!read) throw new Error(text)
  return read
}
const gate = (seenOn: string, validUntil: string, more: Partial<GateStatus> = {}): GateStatus => ({
  kind: 'vog',
  label: { nl: 'x', en: 'x' },
  required: true,
  state: 'met',
  seenOn: day(seenOn),
  validUntil: day(validUntil),
  ...more,
})
const on = (today: string, one: GateStatus) => closingSoon([one], day(today)).length === 1

test('what counts for years is spoken of two months before its end', () => {
  const vog = gate('2023-11-04', '2026-11-04')
  expect([on('2026-09-05', vog), on('2026-09-06', vog), on('2026-11-04', vog)]).toEqual([false, true, true])
})
test('what counts for four weeks only in its last', () => {
  const supervision = gate('2026-10-20', '2026-11-17', { kind: 'supervision' })
  expect([
    on('2026-10-21', supervision),
    on('2026-11-10', supervision),
    on('2026-11-11', supervision),
  ]).toEqual([false, false, true])
})
test('what nobody requires, what has ended and what never ends is not spoken of', () => {
  expect(on('2026-11-04', gate('2023-11-04', '2026-11-04', { required: false }))).toBe(false)
  expect(on('2026-11-05', gate('2023-11-04', '2026-11-04', { state: 'expired' }))).toBe(false)
  expect(on('2026-11-04', { ...gate('2023-11-04', '2026-11-04'), validUntil: null })).toBe(false)
})
test('the time to speak of it is one of ours, and never more than half unless that is less than a week', () => {
  fc.assert(
    fc.property(fc.nat(2000), (days) => {
      const from = remindFrom(days)
      expect(remindDays.value).toContain(from)
      expect(from === 7 || 2 * from <= days).toBe(true)
    }),
  )
})
