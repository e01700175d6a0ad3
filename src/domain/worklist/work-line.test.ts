import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder, pressures } from './work-line.ts'

const item = fc.record({
  key: fc.uuid(),
  pressure: fc.constantFrom(...pressures),
  by: fc.option(
    fc.integer({ min: 0, max: 400 }).map((days) => Temporal.PlainDate.from('2026-01-01').add({ days })),
    {
      nil: null,
    },
  ),
  source: fc.record({ from: fc.constantFrom('concern', 'incident', 'task', 'waiting', 'signal') }),
})
const isSafety = ({ source }: { source: { from: string } }) =>
  source.from === 'concern' || source.from === 'incident'
test('a worklist loses nothing and never puts what can wait before what is late', () => {
  fc.assert(
    fc.property(fc.array(item), (parts) => {
      const sorted = inOrder(parts)
      expect(sorted.map(({ key }) => key).sort()).toEqual(parts.map(({ key }) => key).sort())
      for (const [at, one] of sorted.entries()) {
        const next = sorted[at + 1]
        if (!next) continue
        expect(pressures.indexOf(one.pressure)).toBeLessThanOrEqual(pressures.indexOf(next.pressure))
        if (one.pressure !== next.pressure) continue
        // Papers that are late longer never push somebody's safety down.
        if (isSafety(one) !== isSafety(next)) expect(isSafety(one)).toBe(true)
        else if (one.by && next.by) expect(Temporal.PlainDate.compare(one.by, next.by)).toBeLessThanOrEqual(0)
      }
    }),
  )
})
