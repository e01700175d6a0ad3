import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, daysBetween } from '#domain/day.ts'
import { type CaredFor, careSpans } from '#domain/match/care-spans.ts'

const start = Temporal.PlainDate.from('2026-01-01')
const day = (days: number) => start.add({ days })
const steps = ['pause', 'resume', 'taper', 'resume-tapering', 'go-on-after-all', 'confirm', 'hold-last-visit']

/** Matches one after another; the last may still run. */
const matches = fc
  .array(
    fc.record({
      gap: fc.nat(20),
      length: fc.nat(60),
      steps: fc.array(fc.tuple(fc.constantFrom(...steps), fc.nat(60)), { maxLength: 5 }),
    }),
    { maxLength: 4 },
  )
  .chain((lengths) => fc.tuple(fc.constant(lengths), fc.boolean()))
  .map(([lengths, runs]) => {
    let on = 0
    return lengths.map(({ gap, length, steps }, at): CaredFor => {
      const from = on + gap
      on = from + length
      return {
        startedOn: day(from),
        endedOn: runs && at === lengths.length - 1 ? null : day(on),
        steps: steps
          .map(([step, after]) => ({ step, on: day(from + Math.min(after, length)) }))
          .sort((a, b) => daysBetween(b.on, a.on)),
      }
    })
  })

test('no day is two things at once, and nobody is said to be absent who was there', () => {
  fc.assert(
    fc.property(matches, fc.option(fc.nat(30)), (hers, closes) => {
      const over = hers.every(({ endedOn }) => endedOn !== null)
      const end = hers.at(-1)?.endedOn
      const closedOn = over && end && closes !== null ? end.add({ days: closes }) : null
      const spans = careSpans(hers, closedOn)
      const said = new Set<number>()
      for (const { kind, from, until } of spans) {
        const last = dayNumber(until ?? day(600))
        expect(last).toBeGreaterThanOrEqual(dayNumber(from))
        for (let on = dayNumber(from); on <= last; on++) {
          expect(said.has(on) && kind === 'nobody').toBe(false)
          said.add(on)
          const there = hers.some(
            (one) => dayNumber(one.startedOn) <= on && on <= dayNumber(one.endedOn ?? day(600)),
          )
          expect(there).toBe(kind !== 'nobody')
        }
      }
      // Between the first match and the last every day without anybody is said.
      const first = hers[0]
      if (!first) return
      const lastEnd = hers.reduce((most, { endedOn }) => Math.max(most, dayNumber(endedOn ?? day(600))), 0)
      for (let on = dayNumber(first.startedOn); on < lastEnd; on++) {
        const there = hers.some(
          (one) => dayNumber(one.startedOn) <= on && on <= dayNumber(one.endedOn ?? day(600)),
        )
        if (!there) expect(said.has(on)).toBe(true)
      }
    }),
  )
})
test('a rest that winds down again, and a gap until the next', () => {
  const spans = careSpans(
    [
      {
        startedOn: day(0),
        endedOn: day(50),
        steps: [
          { step: 'taper', on: day(10) },
          { step: 'pause', on: day(20) },
          { step: 'resume-tapering', on: day(30) },
        ],
      },
      { startedOn: day(60), endedOn: null, steps: [{ step: 'pause', on: day(70) }] },
    ],
    null,
  )
  expect(
    spans.map(({ kind, from, until }) => [
      kind,
      daysBetween(start, from),
      until && daysBetween(start, until),
    ]),
  ).toEqual([
    ['tapering', 10, 19],
    ['paused', 20, 29],
    ['tapering', 30, 50],
    ['nobody', 51, 59],
    ['paused', 70, null],
  ])
})
