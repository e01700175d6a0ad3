import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instrument } from '#domain/programme/measuring.ts'
import { readAnswers } from './answers.ts'

const words = (text: string) => ({ nl: text, en: text })
const instrument: Instrument = {
  id: 'ladder',
  version: '1',
  label: words('Ladder'),
  prov: 'proposal',
  items: [
    { kind: 'scale', id: 'now', question: words('?'), min: 0, max: 10, low: words('-'), high: words('+') },
    {
      kind: 'choice',
      id: 'often',
      question: words('?'),
      options: [
        { id: 'no', label: words('no'), score: 0 },
        { id: 'yes', label: words('yes'), score: 2 },
      ],
    },
    { kind: 'text', id: 'best', question: words('?') },
  ],
}

describe('answers', () => {
  test('are kept as given and counted where they count', () => {
    expect(
      readAnswers(instrument, { 'ladder.now': '7', 'ladder.often': 'yes', 'ladder.best': ' Samen ' }),
    ).toEqual({ answers: { now: '7', often: 'yes', best: 'Samen' }, scores: { now: 7, often: 2 } })
  })
  test('may all be left open', () => {
    expect(readAnswers(instrument, {})).toEqual({
      answers: { now: null, often: null, best: null },
      scores: {},
    })
  })
  test('that are not on the page are refused by name', () => {
    expect(readAnswers(instrument, { 'ladder.now': '11', 'ladder.often': 'maybe' })).toEqual({
      wrong: { 'ladder.now': 'choose-one', 'ladder.often': 'choose-one' },
    })
  })
  test('never give a number off the ladder, whatever is sent', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)), (text) => {
        const read = readAnswers(instrument, { 'ladder.now': text })
        const score = 'scores' in read ? read.scores.now : undefined
        if (score !== undefined) expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).toContain(score)
      }),
    )
  })
})
