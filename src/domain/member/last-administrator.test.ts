import { describe, expect, test } from 'vitest'
import { givesUpAdministering, mayStopAdministering } from './last-administrator.ts'

describe('the last administrator', () => {
  test('stays', () => {
    expect(mayStopAdministering(['a'], 'a')).toEqual({ refused: 'last-administrator' })
    expect(mayStopAdministering([], 'a')).toEqual({ refused: 'last-administrator' })
  })
  test('may go when there is another', () => {
    expect(mayStopAdministering(['a', 'b'], 'a')).toBe(true)
  })
  test('only gives it up by losing the role', () => {
    expect(givesUpAdministering(['administrator'], ['coordinator'])).toBe(true)
    expect(givesUpAdministering(['administrator'], ['administrator', 'coordinator'])).toBe(false)
    expect(givesUpAdministering(['coordinator'], ['worker'])).toBe(false)
  })
})
