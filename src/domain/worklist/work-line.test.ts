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
})
test('a worklist loses nothing and never puts what can wait before what is late', () => {
  fc.assert(
    fc.property(fc.array(item), (parts) => {
      const sorted = inOrder(parts)
      expect(sorted.map(({ key }) => key).sort()).toEqual(parts.map(({ key }) => key).sort())
      for (const [at, one] of sorted.entries()) {
        const next = sorted[at + 1]
        if (!next) continue
        expect(pressures.indexOf(one.pressure)).toBeLessThanOrEqual(pressures.indexOf(next.pressure))
        if (one.pressure === next.pressure && one.by && next.by)
          expect(Temporal.PlainDate.compare(one.by, next.by)).toBeLessThanOrEqual(0)
      }
    }),
  )
})
