import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AttendanceMark, attendanceStanding } from './attendance-mark.ts'
import { attendanceStates } from './session.ts'

const tap = fc.record({
  state: fc.constantFrom(...attendanceStates),
  by: fc.constantFrom('ria', 'toos', 'margriet'),
  seen: fc.nat(10),
})
/** Nobody saw a tap that was yet to come. */
const taps = fc
  .array(tap, { maxLength: 10 })
  .map((all): AttendanceMark[] => all.map((one, at) => ({ ...one, seen: Math.min(one.seen, at) })))

describe('who was there', () => {
  test('is never decided over somebody else’s word that wasn’t seen', () => {
    fc.assert(
      fc.property(taps, (marks) => {
        const { standing } = attendanceStanding(marks)
        for (const [at, mark] of marks.entries()) {
          if (standing.includes(mark)) continue
          const over = marks.slice(at + 1)
          expect(over.some((later) => later.seen > at || later.by === mark.by)).toBe(true)
        }
      }),
    )
  })
  test('always has the last word among what stands, and the gravest of that counts', () => {
    fc.assert(
      fc.property(taps, (marks) => {
        const { state, standing, disputed } = attendanceStanding(marks)
        expect(state === null).toBe(marks.length === 0)
        if (marks.length === 0) return
        expect(standing).toContain(marks.at(-1))
        const said = standing.map((mark) => mark.state)
        expect(disputed).toBe(new Set(said).size > 1)
        if (said.includes('absent_unnotified')) expect(state).toBe('absent_unnotified')
        else if (said.includes('absent_notified')) expect(state).toBe('absent_notified')
        else expect(state).toBe('present')
      }),
    )
  })
  test('is settled by one tap that saw all of them', () => {
    fc.assert(
      fc.property(taps, fc.constantFrom(...attendanceStates), (marks, state) => {
        const settled = attendanceStanding([...marks, { state, by: 'fenna', seen: marks.length }])
        expect(settled).toMatchObject({ state, disputed: false })
        expect(settled.standing).toHaveLength(1)
      }),
    )
  })
  test('stays as it is when the same person taps the same twice on a page that is old', () => {
    fc.assert(
      fc.property(taps, tap, (marks, one) => {
        const again = { ...one, seen: Math.min(one.seen, marks.length) }
        const once = attendanceStanding([...marks, again])
        const twice = attendanceStanding([...marks, again, again])
        expect(twice).toEqual(once)
      }),
    )
  })
})
