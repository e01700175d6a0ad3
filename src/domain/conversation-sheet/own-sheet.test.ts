import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  inOrderOfMoments,
  type SheetContent,
  sheetContent,
  sheetForAge,
  sheetForSession,
} from '#domain/conversation-sheet/conversation-sheet.ts'
import {
  differences,
  draftNumber,
  isHeld,
  liveVersion,
  mayPublish,
  type SheetVersion,
  withLanguage,
} from '#domain/conversation-sheet/own-sheet.ts'
import { largestSheetFile, readSheetFile } from '#domain/conversation-sheet/sheet-file.ts'
import { isRefusal } from '#domain/refusal.ts'
import { sheetLibraries } from '#programmes/sheets/libraries.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const text = {
  title: 'Slapen',
  text: ['Rust helpt.'],
  openings: ['Hoe slaap je?'],
  watchFor: ['Koorts.'],
  help: ['De huisarts.'],
}
const content: SheetContent = {
  moment: { at: 'month', month: 3 },
  pictograms: ['sleep'],
  mayGoHome: true,
  texts: { nl: text },
}

describe('the versions of a sheet', () => {
  test('are never written at once they were published, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('write', 'publish'), { maxLength: 40 }), (tried) => {
        const versions: (SheetVersion & { words: number })[] = []
        const published = new Map<number, number>()
        for (const [at, step] of tried.entries()) {
          if (step === 'write') {
            const number = draftNumber(versions)
            const draft = versions.findIndex((one) => one.number === number)
            expect(versions[draft]?.state ?? 'draft').toBe('draft')
            versions.splice(draft < 0 ? versions.length : draft, draft < 0 ? 0 : 1, {
              number,
              state: 'draft',
              words: at,
            })
          } else {
            const draft = versions.find(({ state }) => state === 'draft')
            const last = draft ?? versions.at(-1)
            if (!last || mayPublish(last, content) !== true) continue
            versions.splice(versions.indexOf(last), 1, { ...last, state: 'published' })
            published.set(last.number, last.words)
          }
          expect(versions.filter(({ state }) => state === 'draft').length).toBeLessThanOrEqual(1)
          expect(new Set(versions.map(({ number }) => number)).size).toBe(versions.length)
          for (const [number, words] of published)
            expect(versions.find((one) => one.number === number)).toEqual({
              number,
              state: 'published',
              words,
            })
          expect(liveVersion(versions)?.number ?? 0).toBe(Math.max(0, ...published.keys()))
        }
      }),
    )
  })
  test('are published with something in them, and once', () => {
    expect(mayPublish({ number: 1, state: 'published' }, content)).toEqual({
      refused: 'sheet-published-already',
    })
    expect(mayPublish({ number: 1, state: 'draft' }, { ...content, texts: {} })).toEqual({
      refused: 'sheet-empty',
    })
  })
  test('are held against each other line by line', () => {
    const after = withLanguage(
      { ...content, texts: { nl: { ...text, help: ['De huisarts.', 'De buurvrouw.'] } } },
      'ar',
      { ...text, title: 'النوم' },
      'Mw. Haddad',
    )
    expect(differences(content, content)).toEqual([])
    expect(differences(content, after)[0]).toEqual({
      language: 'nl',
      part: 'help',
      gone: [],
      come: ['De buurvrouw.'],
    })
    expect(differences(content, after).filter(({ language }) => language === 'ar')).toHaveLength(5)
    expect(after.awaits).toEqual({ ar: 'Mw. Haddad' })
    expect(withLanguage(after, 'ar', null, 'Mw. Haddad')).toMatchObject({ awaits: {} })
    expect(withLanguage(after, 'ar', { ...text }, null).awaits).toEqual({})
  })
})

test('a licence holds on its days, and not a day longer', () => {
  const licence = { from: day('2026-01-01'), until: day('2026-11-03') }
  expect(
    ['2025-12-31', '2026-01-01', '2026-11-03', '2026-11-04'].map((on) => isHeld(licence, day(on))),
  ).toEqual([false, true, true, false])
  expect(isHeld(null, day('2026-11-03'))).toBe(true)
})

describe('an organisation’s own sheet', () => {
  const { mim = [], evt = [] } = sheetLibraries
  test('goes before Naast’s of the same moment, and before no other', () => {
    const own = { ...content, id: 'own' }
    const session = { ...content, id: 'ours', moment: { at: 'session', session: 4 } as const }
    const all = inOrderOfMoments([...mim, ...evt, own, session])
    expect(sheetForAge(all, 3)?.id).toBe('own')
    expect([sheetForAge(all, 2)?.id, sheetForAge(all, 4)?.id]).toEqual(['mim-month-2', 'mim-month-4'])
    expect([sheetForSession(all, 4)?.id, sheetForSession(all, 5)?.id]).toEqual(['ours', 'evt-session-5'])
  })
})

describe('a file with sheets', () => {
  const file = (sheets: unknown) => JSON.stringify({ kind: 'naast-sheets', format: 1, sheets })
  test('comes in whole, in any language', () => {
    const arabic = {
      ...content,
      texts: { ar: { ...text, title: 'النوم', headings: { openings: 'للبدء', help: 'المساعدة' } } },
    }
    expect(readSheetFile(`\ufeff${file([content, arabic])}`)).toEqual({ sheets: [content, arabic] })
    const shipped = Object.values(sheetLibraries)
      .flat()
      .map(({ id: _, version: _v, prov: _p, ...one }) => one)
    expect(readSheetFile(file(shipped))).toEqual({ sheets: shipped })
  })
  test('that is something else is refused in words, and never half of it taken', () => {
    const refusals = {
      'sheet-file-unreadable': [
        '',
        '{',
        'a,b',
        '['.repeat(100_000),
        `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`,
      ],
      'sheet-file-other': [
        'null',
        '[]',
        '{}',
        '{"kind":"naast-sheets"}',
        file([]),
        file(Array(121).fill(content)),
        '{"kind":"naast-sheets","format":1,"sheets":[1],"isAdmin":true}',
      ],
      'sheet-file-too-large': [' '.repeat(largestSheetFile + 1)],
    }
    for (const [code, texts] of Object.entries(refusals))
      for (const one of texts) expect(readSheetFile(one), one.slice(0, 40)).toEqual({ refused: code })
    for (const bad of [
      { ...content, texts: {} },
      { ...content, texts: { xx: text } },
      { ...content, texts: { nl: { ...text, title: 'a\u202eb' } } },
      { ...content, texts: { nl: { ...text, text: ['a\u0000'] } } },
      { ...content, texts: { nl: { ...text, text: ['x'.repeat(401)] } } },
      { ...content, texts: { nl: { ...text, text: Array(7).fill('x') } } },
      { ...content, pictograms: ['../../etc'] },
      { ...content, onclick: 'x' },
      JSON.parse('{"__proto__":{"mayGoHome":true}}'),
      null,
    ]) {
      const read = readSheetFile(file([content, bad]))
      expect('problems' in read && read.problems[0]?.sheet).toBe(2)
    }
  })
  test('never ends in anything but an answer', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc.json().map((json) => `{"kind":"naast-sheets","format":1,"sheets":[${json}]}`),
        ),
        (any) => {
          const read = readSheetFile(any)
          if (!isRefusal(read) && 'sheets' in read) for (const one of read.sheets) sheetContent.parse(one)
        },
      ),
    )
  })
})

/** Words that change are another version: a visit that says version 1 must go on meaning these words. */
test('the sheets that come with Naast have the words of their version', () => {
  const sums = Object.values(sheetLibraries)
    .flat()
    .map(
      ({ id, version, texts }) =>
        `${id} ${version} ${createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 12)}`,
    )
  expect(sums).toMatchSnapshot()
})
