import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gestationRow } from './gestation.ts'

const dueOn = Temporal.PlainDate.from('2026-10-08')
const at = (weeks: number, days = 0) => dueOn.subtract({ days: (40 - weeks) * 7 - days })
const row = (more: Partial<Parameters<typeof gestationRow>[0]>) =>
  gestationRow({ referredOn: at(20), dueOn, bornOn: null, isQuiet: false, ...more })

test('is told by trimester, as midwives count whole weeks', () => {
  const ends = [
    [0, 0, 'weeks-0'],
    [13, 6, 'weeks-0'],
    [14, 0, 'weeks-14'],
    [27, 6, 'weeks-14'],
    [28, 0, 'weeks-28'],
    [42, 0, 'weeks-28'],
    [43, 1, 'unknown'],
    [-1, 0, 'unknown'],
  ] as const
  for (const [weeks, days, expected] of ends) expect(row({ referredOn: at(weeks, days) })).toBe(expected)
})
test('is over once the child is there, and isn’t known without a due date', () => {
  const bornOn = at(38)
  expect(row({ referredOn: bornOn, bornOn })).toBe('born')
  expect(row({ referredOn: bornOn.subtract({ days: 1 }), bornOn })).toBe('weeks-28')
  expect(row({ dueOn: null })).toBe('unknown')
  expect(row({ dueOn: null, bornOn, referredOn: at(40) })).toBe('born')
})
test('says nothing after a loss, whatever was known before', () => {
  const some = fc.option(fc.integer({ min: -400, max: 400 }).map((days) => dueOn.add({ days })))
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), some, some, (days, due, bornOn) => {
      expect(row({ referredOn: dueOn.add({ days }), dueOn: due, bornOn, isQuiet: true })).toBe('unknown')
    }),
  )
})
