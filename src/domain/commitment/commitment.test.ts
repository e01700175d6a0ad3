import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commitmentState, daysOf } from './commitment.ts'

const first = Temporal.PlainDate.from('2026-03-02')
const on = (days: number) => first.add({ days })
const commitments = fc.record({
  since: fc.constant(first),
  by: fc.option(fc.nat(60).map(on)),
  helped: fc.boolean(),
  helpOn: fc.option(fc.nat(60).map(on)),
  over: fc.boolean(),
})

test('a commitment is in one state, and late only after its day while nothing came of it', () => {
  fc.assert(
    fc.property(commitments, fc.nat(90), (one, now) => {
      const state = commitmentState(one, on(now))
      expect(state === 'helped').toBe(one.helped)
      expect(state === 'over').toBe(!one.helped && one.over)
      const late = one.by !== null && Temporal.PlainDate.compare(one.by, on(now)) < 0
      expect(state === 'late').toBe(!one.helped && !one.over && late)
    }),
  )
})
test('days are from need to help, up to today while it is open, and unknown where its day is', () => {
  fc.assert(
    fc.property(commitments, fc.nat(90), (one, now) => {
      const days = daysOf(one, on(now))
      if (one.helped) expect(days).toBe(one.helpOn && first.until(one.helpOn).days)
      else expect(days).toBe(one.over ? null : now)
    }),
  )
})
