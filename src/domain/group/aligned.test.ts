import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AlignedMeeting, alignmentOf } from './aligned.ts'

const meeting: fc.Arbitrary<AlignedMeeting> = fc
  .record({
    day: fc.integer({ min: 1, max: 5 }),
    at: fc.option(fc.integer({ min: 0, max: 95 })),
    minutes: fc.integer({ min: 15, max: 180 }),
  })
  .map(({ day, at, minutes }) => ({
    on: Temporal.PlainDate.from({ year: 2026, month: 11, day }),
    at:
      at === null
        ? null
        : `${String(Math.floor(at / 4)).padStart(2, '0')}:${String((at % 4) * 15).padStart(2, '0')}`,
    minutes,
  }))
const side = fc.record({
  door: fc.constantFrom(null, 'a', 'b'),
  meetings: fc.array(meeting, { maxLength: 4 }),
})
/** Every quarter in which somebody is there, or goes or comes. */
const quarters = ({ meetings }: { meetings: readonly AlignedMeeting[] }, apart: number) =>
  meetings.map(({ on, at, minutes }) => {
    const start = (on.day - 1) * 1440 + (at === null ? 0 : Number(at.slice(0, 2)) * 60 + Number(at.slice(3)))
    return [start - apart, start + (at === null ? 1440 : minutes)] as const
  })

test('two are never let be together, nor where nobody knows where they are', () => {
  fc.assert(
    fc.property(side, side, fc.constantFrom(0, 30, 60), (group, offer, apart) => {
      const said = alignmentOf(group, offer, apart)
      expect(alignmentOf(offer, group, apart)).toBe(said)
      const meet = quarters(group, apart).some(([from, until]) =>
        quarters(offer, apart).some(([start, end]) => from < end && start < until),
      )
      const elsewhere = group.door !== null && offer.door !== null && group.door !== offer.door
      expect(said === 'apart').toBe(elsewhere || !meet)
      if (said === 'together') expect(group.door).toBe(offer.door)
    }),
    { numRuns: 1000 },
  )
})
