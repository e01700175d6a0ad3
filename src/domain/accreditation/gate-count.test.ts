import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOfNumber } from '#domain/day.ts'
import type { GateStatus } from '#domain/worker/gates.ts'
import { countGates, soonDays, spreadOf } from './gate-count.ts'

const today = Temporal.PlainDate.from('2026-11-02')
const gate = (changed: Partial<GateStatus> = {}): GateStatus => ({
  kind: 'vog',
  label: { nl: 'VOG', en: 'VOG' },
  required: true,
  state: 'met',
  seenOn: today,
  validUntil: null,
  ...changed,
})

test('each worker of whom it is asked stands in one place', () => {
  const counted = countGates(
    [
      [gate(), gate({ kind: 'training', state: 'missing' }), gate({ kind: 'references', required: false })],
      [gate({ validUntil: today.add({ days: 30 }) })],
      [gate({ state: 'expired', waiver: { covers: 'running', until: null } })],
      [gate({ state: 'expired' })],
    ],
    today,
  )
  expect(counted).toMatchObject([
    { kind: 'vog', asked: 4, inOrder: 2, endsSoon: 1, exempt: 1, lacking: 1 },
    { kind: 'training', asked: 1, inOrder: 0, endsSoon: 0, exempt: 0, lacking: 1 },
  ])
})
test('counts add up, whatever was seen', () => {
  const any = fc.record({
    required: fc.boolean(),
    state: fc.constantFrom('met' as const, 'missing' as const, 'expired' as const),
    validUntil: fc.option(fc.integer({ min: 18_000, max: 24_000 }).map(dayOfNumber)),
    waiver: fc.option(fc.constant({ covers: 'all' as const, until: null })),
  })
  fc.assert(
    fc.property(fc.array(fc.array(any, { maxLength: 1 })), (workers) => {
      const all = workers.map((gates) => gates.map((one) => gate(one)))
      const asked = all.flat().filter(({ required }) => required).length
      const [counted] = countGates(all, today)
      expect(counted?.asked ?? 0).toBe(asked)
      if (!counted) return
      expect(counted.inOrder + counted.exempt + counted.lacking).toBe(asked)
      expect(counted.endsSoon).toBeLessThanOrEqual(counted.inOrder)
    }),
  )
})
test('what ends on the last of the three months is not soon', () => {
  const ends = (days: number) => countGates([[gate({ validUntil: today.add({ days }) })]], today)[0]?.endsSoon
  expect([ends(soonDays - 1), ends(soonDays)]).toEqual([1, 0])
})
test('of nobody there is no least and no most', () => {
  expect(spreadOf([])).toBeNull()
  expect(spreadOf([3, 9, 4])).toEqual({ least: 3, most: 9, among: 3 })
})
