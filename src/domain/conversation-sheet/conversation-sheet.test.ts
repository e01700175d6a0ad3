import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  conversationSheet,
  type SheetText,
  sheetForAge,
  sheetForSession,
  sheetLanguages,
  textIn,
} from '#domain/conversation-sheet/conversation-sheet.ts'
import { pictograms } from '#domain/conversation-sheet/pictogram.ts'
import { sheetLibraries } from '#programmes/sheets/libraries.ts'

const { mim = [], evt = [] } = sheetLibraries
const all = [...mim, ...evt]
const linesOf = ({ title, text, openings, watchFor, help }: SheetText) => [
  title,
  ...text,
  ...openings,
  ...watchFor,
  ...help,
]

describe('the sheets that come with Naast', () => {
  test('fit what a sheet may say, and each has a name of its own', () => {
    for (const sheet of all) expect(conversationSheet.parse(sheet)).toEqual(sheet)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  test('are there for every month to a year and a half, and for all twelve sessions', () => {
    expect(mim.map(({ moment }) => moment)).toEqual(
      Array.from({ length: 19 }, (_, month) => ({ at: 'month', month })),
    )
    expect(evt.map(({ moment }) => moment)).toEqual(
      Array.from({ length: 12 }, (_, at) => ({ at: 'session', session: at + 1 })),
    )
  })

  test('say as much in Dutch as in English, and are nobody else’s', () => {
    for (const { texts, prov } of all) {
      const [nl, en] = [texts.nl, texts.en]
      if (!nl || !en) throw new Error('a sheet misses a language')
      for (const part of ['text', 'openings', 'watchFor', 'help'] as const)
        expect(nl[part].length, nl.title).toBe(en[part].length)
      expect(prov).toBe('proposal')
    }
  })

  test('are in sentences that can be read aloud in one breath', () => {
    for (const { texts } of all)
      for (const text of Object.values(texts))
        for (const line of linesOf(text))
          for (const sentence of line.split(/[.?!:;]\s/))
            expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(24)
  })

  test('open a talk with questions', () => {
    for (const { texts } of all)
      for (const text of Object.values(texts))
        for (const opening of text.openings) expect(opening).toMatch(/[?.]$/)
  })

  test('stay where they are when they are about violence', () => {
    expect(evt.every(({ mayGoHome }) => !mayGoHome)).toBe(true)
    // What a mother may take home says nothing that is not for whoever reads over her shoulder.
    for (const { mayGoHome, texts } of mim) {
      expect(mayGoHome).toBe(true)
      for (const text of Object.values(texts))
        for (const line of linesOf({ ...text, watchFor: [] }))
          expect(line).not.toMatch(/veilig thuis|0800|geweld|violence|partner/i)
    }
  })

  test('have pictograms that are lines within their square', () => {
    for (const path of Object.values(pictograms)) {
      expect(path).toMatch(/^[MmLlHhVvCcSsQqTtAaZz0-9 .,-]+$/)
      for (const [number] of path.matchAll(/\d+/g)) expect(Number(number)).toBeLessThanOrEqual(48)
    }
  })
})

describe('which sheet', () => {
  test('is the one of the child’s month, and after the last the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (months) => {
        expect(sheetForAge(mim, months)?.moment).toEqual({ at: 'month', month: Math.min(18, months) })
      }),
    )
    expect(sheetForAge(mim, -1)).toBeNull()
    expect(sheetForAge(evt, 3)).toBeNull()
  })

  test('is the one of the session, or none', () => {
    expect(sheetForSession(evt, 7)?.id).toBe('evt-session-7')
    expect(sheetForSession(evt, 13)).toBeNull()
    expect(sheetForSession(mim, 1)).toBeNull()
  })

  test('is in her language if it was written, in ours if not', () => {
    const [sheet] = mim
    if (!sheet) throw new Error('no sheet')
    expect(textIn(sheet, ['en', 'nl'])?.language).toBe('en')
    expect(textIn(sheet, ['ti', 'en'])?.language).toBe('en')
    expect(textIn(sheet, ['ti'])?.language).toBe(sheetLanguages[0])
    expect(textIn({ texts: {} }, ['nl'])).toBeNull()
  })
})
