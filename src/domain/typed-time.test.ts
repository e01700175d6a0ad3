import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTypedTime } from '#domain/typed-time.ts'

test.each([
  ['14:30', '14:30'],
  ['14.30', '14:30'],
  ['14u30', '14:30'],
  ['9 uur', '09:00'],
  ['9u', '09:00'],
  [' 09:05 uur', '09:05'],
  ['0930', '09:30'],
  ['9', '09:00'],
])('%s is %s', (typed, time) => {
  expect(readTypedTime(typed)).toBe(time)
})

test.each(['', '24:00', '12:60', 'half drie', '930', '1:2', '12:345', '-1', '9'.repeat(30)])(
  '%s is no time',
  (typed) => {
    expect(readTypedTime(typed)).toBeNull()
  },
)

test('whatever is typed, it is a time or nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,2}[:.u ]?\d{0,2}( uur)?$/)), (typed) => {
      const time = readTypedTime(typed)
      if (time !== null) expect(time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
    }),
  )
})
