import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shelf } from '#programmes/shelf/shelf.ts'
import { alarmsOf } from './alarms.ts'
import { changeOf } from './reliable-change.ts'
import { type Answers, scoreAll } from './score.ts'
import type { ShelfInstrument } from './shelf-instrument.ts'

/** Any instrument with any answers that it can be given, some of them left open. */
const answered = fc
  .constantFrom(...shelf)
  .chain((instrument) =>
    fc
      .record(
        Object.fromEntries(
          instrument.items.map(({ id, choices }) => [
            id,
            fc.option(fc.constantFrom(...choices.map(({ value }) => value))),
          ]),
        ),
      )
      .map((answers): readonly [ShelfInstrument, Answers] => [instrument, answers]),
  )

describe('a score', () => {
  test('lies between the least and the most it could be, and these between the ends of the scale', () => {
    fc.assert(
      fc.property(answered, ([instrument, answers]) => {
        for (const rule of instrument.scores) {
          const scored = scoreAll(instrument, answers).get(rule.id)
          if (!scored) throw new Error(rule.id)
          expect(scored.lowest).toBeGreaterThanOrEqual(rule.min)
          expect(scored.highest).toBeLessThanOrEqual(rule.max)
          if (scored.score === null) expect(scored.band).toBeNull()
          else {
            expect(scored.score).toBeGreaterThanOrEqual(scored.lowest)
            expect(scored.score).toBeLessThanOrEqual(scored.highest)
          }
          expect(scored.estimated).toBe(scored.score !== null && scored.missing > 0)
        }
      }),
    )
  })
  test('doesn’t hang on the order of the questions, nor on answers to others', () => {
    fc.assert(
      fc.property(answered, fc.integer(), ([instrument, answers], turn) => {
        const turned = { ...instrument, items: [...instrument.items].sort(() => (turn % 2 === 0 ? 1 : -1)) }
        expect(scoreAll(turned, { ...answers, other: 3 })).toEqual(scoreAll(instrument, answers))
      }),
    )
  })
  test('has a band only where every answer that is open leaves it in that one', () => {
    fc.assert(
      fc.property(answered, ([instrument, answers]) => {
        const open = instrument.items.filter(({ id }) => answers[id] === null)
        const ends = [Math.min, Math.max].map((end) =>
          Object.fromEntries(
            open.map(({ id, choices }) => {
              const counts = end(...choices.map((choice) => choice.counts))
              return [id, choices.find((choice) => choice.counts === counts)?.value ?? null]
            }),
          ),
        )
        for (const [id, { band }] of scoreAll(instrument, answers))
          if (band !== null)
            for (const filled of ends)
              expect(scoreAll(instrument, { ...answers, ...filled }).get(id)?.band).toBe(band)
      }),
    )
  })
  test('never takes what is no choice for an answer', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shelf), fc.integer({ min: 2000 }), (instrument, rubbish) => {
        const answers = Object.fromEntries(instrument.items.map(({ id }) => [id, rubbish]))
        expect(scoreAll(instrument, answers)).toEqual(scoreAll(instrument, {}))
      }),
    )
  })
})

describe('an alarm', () => {
  const phq9 = shelf.find(({ id }) => id === 'phq9-nl')
  if (!phq9) throw new Error('no PHQ-9')
  test('rings for one answer alone, whatever is left open', () => {
    expect(alarmsOf(phq9, { q9: 1 })).toEqual([{ kind: 'self_harm', within: 'at_once', skipped: false }])
    expect(alarmsOf(phq9, { q1: 3 })).toEqual([{ kind: 'self_harm', within: 'at_once', skipped: true }])
    expect(alarmsOf(phq9, { q1: 3, q9: 0 })).toEqual([])
    expect(alarmsOf(phq9, {})).toEqual([])
  })
  test('is never silenced by more answers to other questions', () => {
    fc.assert(
      fc.property(answered, ([instrument, answers]) => {
        const kinds = (one: Answers) =>
          alarmsOf(instrument, one)
            .filter(({ skipped }) => !skipped)
            .map(({ kind }) => kind)
        for (const { id } of instrument.items) {
          const alone = kinds({ [id]: answers[id] })
          expect(kinds(answers)).toEqual(expect.arrayContaining(alone))
        }
      }),
    )
  })
})

describe('a change', () => {
  const k10 = {
    score: 'total',
    points: 6,
    status: 'derived',
    better: 'lower',
    inputs: 'x',
    cutOff: 30,
  } as const
  test.each([
    [31, 24, { verdict: 'better', crossed: true }],
    [28, 27, { verdict: 'same', crossed: false }],
    [22, 29, { verdict: 'worse', crossed: false }],
    [27, 21, { verdict: 'better', crossed: false }],
  ])('of the K10 from %i to %i is as the sources have it', (from, to, expected) => {
    expect(changeOf(k10, from, to)).toMatchObject({ by: to - from, ...expected })
  })
  test('is judged only by a number that was read or worked out', () => {
    for (const status of ['background', 'uncertain', 'group_only', 'not_allowed', 'none'] as const)
      expect(changeOf({ ...k10, status }, 40, 10).verdict).toBe('unknown')
    expect(changeOf({ ...k10, points: null }, 40, 10).verdict).toBe('unknown')
  })
  test('says where there was no room to get better', () => {
    expect(changeOf({ ...k10, noRoomFrom: 15 }, 12, 11).noRoom).toBe(true)
    expect(changeOf({ ...k10, better: 'higher', noRoomFrom: 42 }, 43, 44).noRoom).toBe(true)
    expect(changeOf(k10, 12, 11).noRoom).toBe(false)
  })
  test('there and back is the other verdict', () => {
    const turned = { better: 'worse', worse: 'better', same: 'same', unknown: 'unknown' } as const
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 50 }), fc.integer({ min: 10, max: 50 }), (from, to) => {
        expect(changeOf(k10, to, from).verdict).toBe(turned[changeOf(k10, from, to).verdict])
      }),
    )
  })
})
