import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Recent } from './recent.ts'

describe('what was used lately', () => {
  test('keeps the last so many that were asked for, and lets the rest go', () => {
    const recent = new Recent<number>(3)
    for (let at = 0; at < 10; at++) recent.set(`${at}`, at)
    expect(recent.get('0')).toBeUndefined()
    expect(['7', '8', '9'].map((name) => recent.get(name))).toEqual([7, 8, 9])
  })
  test('what is asked for all the while stays', () => {
    const recent = new Recent<string>(3)
    recent.set('hers', 'key')
    for (let at = 0; at < 50; at++) {
      recent.set(`${at}`, 'other')
      expect(recent.get('hers')).toBe('key')
    }
  })
  test('never gives anything but what was set last, and nothing that was deleted', () => {
    const step = fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), value: fc.option(fc.nat()) })
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const recent = new Recent<number>(2)
        const last = new Map<string, number>()
        for (const { name, value } of steps) {
          if (value === null) {
            recent.delete(name)
            last.delete(name)
          } else {
            recent.set(name, value)
            last.set(name, value)
          }
          for (const one of ['a', 'b', 'c', 'd'])
            expect([last.get(one), undefined]).toContain(recent.get(one))
        }
      }),
    )
  })
})
