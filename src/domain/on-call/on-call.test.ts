import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chainOn, type Duty, nextOnCall, uncoveredDays } from './on-call.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-03')
const duty = (memberId: string, rank: number, from: string, until: string): Duty => ({
  memberId,
  rank,
  from: day(from),
  until: day(until),
})

const duties = fc.array(
  fc
    .record({
      memberId: fc.constantFrom('a', 'b', 'c', 'd'),
      rank: fc.integer({ min: 1, max: 9 }),
      start: fc.integer({ min: -5, max: 10 }),
      days: fc.integer({ min: 0, max: 6 }),
    })
    .map(({ memberId, rank, start, days }) => ({
      memberId,
      rank,
      from: today.add({ days: start }),
      until: today.add({ days: start + days }),
    })),
  { maxLength: 8 },
)

describe('who is on call', () => {
  test('counts the first and the last day, the first before her deputies, and nobody twice', () => {
    const list = [
      duty('deputy', 2, '2026-11-03', '2026-11-03'),
      duty('first', 1, '2026-10-30', '2026-11-03'),
      duty('first', 3, '2026-11-01', '2026-11-30'),
      duty('later', 1, '2026-11-04', '2026-11-10'),
    ]
    expect(chainOn(list, today)).toEqual(['first', 'deputy'])
    expect(chainOn(list, day('2026-11-04'))).toEqual(['later', 'first'])
  })
  test('is asked one by one until nobody is left', () => {
    const asked = new Set<string>()
    const order: string[] = []
    for (let next = nextOnCall(['a', 'b', 'c'], asked); next; next = nextOnCall(['a', 'b', 'c'], asked)) {
      order.push(next)
      asked.add(next)
    }
    expect(order).toEqual(['a', 'b', 'c'])
  })
  test('is nobody on exactly the days that are named as such', () => {
    fc.assert(
      fc.property(duties, (list) => {
        const none = new Set(uncoveredDays(list, today, 14).map(String))
        for (let at = 0; at < 14; at += 1) {
          const on = today.add({ days: at })
          expect(chainOn(list, on).length === 0).toBe(none.has(String(on)))
        }
      }),
    )
  })
})
