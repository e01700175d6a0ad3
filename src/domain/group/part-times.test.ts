import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partTimes } from './part-times.ts'

test('each part begins where the one before it ends', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { maxLength: 8 }), (minutes) => {
      const times = partTimes(
        minutes.map((value) => ({ minutes: { value } })),
        '09:30',
      )
      let passed = 0
      for (const [at, { at: time }] of times.entries()) {
        const begin = Temporal.PlainTime.from('09:30').add({ minutes: passed })
        expect(time).toBe(begin.toString({ smallestUnit: 'minute' }))
        passed += minutes[at] ?? 0
      }
    }),
  )
  expect(partTimes([{ minutes: { value: 20 } }], null)[0]?.at).toBeNull()
})
