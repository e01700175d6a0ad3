import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roomByPoints } from '#domain/match/caseload-points.ts'
import { mim } from '#programmes/mim.ts'

const weighed = (byPhase: Record<string, number>, max: number) => ({
  worker: { ...mim.worker, caseloadPoints: { value: { byPhase, max }, prov: 'proposal' as const } },
})
const three = weighed({ basics: 3, child: 2, self_reliance: 1 }, 24)

test('women weigh by the phase they are in', () => {
  expect(roomByPoints(three, [])).toBe(8)
  expect(roomByPoints(three, Array(8).fill('basics'))).toBe(0)
  expect(roomByPoints(three, Array(8).fill('self_reliance'))).toBe(5)
  expect(roomByPoints(mim, ['basics'])).toBeNull()
})
test('a phase nobody knows weighs as the heaviest, and so does a name every object has', () => {
  expect(roomByPoints(three, Array(8).fill(null))).toBe(0)
  expect(roomByPoints(three, Array(8).fill('constructor'))).toBe(0)
})
test('whoever fits still fits when somebody goes on to a lighter phase, and there is never less than no room', () => {
  const phase = fc.constantFrom('basics', 'child', 'self_reliance', null)
  fc.assert(
    fc.property(fc.array(phase, { maxLength: 30 }), (phases) => {
      const room = roomByPoints(three, phases) ?? -1
      expect(room).toBeGreaterThanOrEqual(0)
      expect(
        roomByPoints(
          three,
          phases.map(() => 'self_reliance'),
        ),
      ).toBeGreaterThanOrEqual(room)
    }),
  )
})
