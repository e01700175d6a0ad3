import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factUnitOf, setOf } from './figures.ts'
import { steering, toldFact } from './steering.ts'

const many = { referrals: 40, visits: 200 }

test('what happened one to four times to women is not told; none is, and of who works here all is', () => {
  fc.assert(
    fc.property(fc.nat(30), (n) => {
      for (const id of steering.facts.filter((one) => factUnitOf[one] === 'count')) {
        const isOfWork = id.startsWith('workers.') || id.startsWith('coordinators.')
        const told = isOfWork || n === 0 || n >= 5
        expect(toldFact(id, n, many)).toEqual(told ? { told: n } : 'too-few')
      }
    }),
  )
})
test('a middle or a part is told of ten or more, and nothing where there is nothing', () => {
  for (const [id, few] of [
    ['wait.intake', { ...many, referrals: 9 }],
    ['visits.in-window', { ...many, visits: 9 }],
    ['visits.hours', { ...many, visits: 4 }],
  ] as const) {
    expect(toldFact(id, 12, few)).toBe('too-few')
    expect(toldFact(id, 12, many)).toEqual({ told: 12 })
    expect(toldFact(id, null, few)).toEqual({ told: null })
  }
})
test('neither safety nor districts are steered by', () => {
  expect(steering.facts.some((id) => id.startsWith('safety.'))).toBe(false)
  expect(steering.tallies).not.toContain('started.district')
  expect(new Set(steering.tallies.map(setOf)).size).toBe(4)
})
