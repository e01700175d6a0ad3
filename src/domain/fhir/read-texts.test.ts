import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FhirQuestionnaire, questionnaireOf } from '#domain/fhir/questionnaire.ts'
import { questionnaireProblems } from '#domain/fhir/questionnaire-problem.ts'
import { readJson } from '#domain/fhir/read-json.ts'
import { readTexts } from '#domain/fhir/read-texts.ts'
import { hasTexts, isPlainText, withTexts } from '#domain/instrument/instrument-texts.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { asQuestions } from '#domain/instrument/shelf-questions.ts'
import { findOnShelf, shelf } from '#programmes/shelf/shelf.ts'
import { filledQuestionnaire } from '#testing/filled-questionnaire.ts'
import { put } from '#testing/put.ts'

const silent = shelf.filter(({ licence }) => !licence.embed)
const of = (name: string): ShelfInstrument => {
  const found = findOnShelf(name)
  if (!found) throw new Error(name)
  return found
}
const epds = of('epds@1')
const read = (json: unknown, instrument = epds) => {
  const tree = readJson(JSON.stringify(json))
  if (typeof tree === 'string') throw new Error(tree)
  return readTexts(tree, instrument, findOnShelf)
}
const problemsIn = (json: unknown, instrument = epds) => {
  const done = read(json, instrument)
  return 'problems' in done ? done.problems.map(({ code, place }) => (place ? `${code} ${place}` : code)) : []
}
const problemsWith = (path: string, value?: unknown) =>
  problemsIn(put(filledQuestionnaire(epds), path, value))

describe('the file of a licence holder', () => {
  test('is the one that Naast gives, with the words written in: of each questionnaire without texts', () => {
    expect(silent.length).toBeGreaterThan(3)
    for (const instrument of silent) {
      const done = read(filledQuestionnaire(instrument), instrument)
      if ('problems' in done) throw new Error(JSON.stringify(done.problems))
      expect(done.language).toBe('nl')
      const shown = withTexts(instrument, done.language, done.texts)
      expect([hasTexts(instrument), hasTexts(shown)]).toEqual([false, true])
      expect(asQuestions(shown).items.map(({ question }) => question.nl)).toEqual(
        instrument.items.map(({ id }) => `Vraag van de maker: ${id}`),
      )
    }
  })
  test('changes words and nothing else: no score, no alarm, no way of asking', () => {
    for (const instrument of silent) {
      const done = read(filledQuestionnaire(instrument), instrument)
      if ('problems' in done) throw new Error('problems')
      const shown = withTexts(instrument, done.language, done.texts)
      const bare = {
        ...shown,
        language: null,
        stem: null,
        items: shown.items.map((item) => ({
          ...item,
          text: null,
          choices: item.choices.map((choice) => ({ ...choice, label: null })),
        })),
      }
      expect(bare).toEqual(instrument)
      // And it never goes out again.
      expect(questionnaireOf(shown)).toMatchObject({ item: questionnaireOf(instrument).item })
      expect(JSON.stringify(questionnaireOf(shown))).not.toContain('Vraag van de maker')
    }
  })
  test('that has no words yet says for each question that they are needed', () => {
    const problems = problemsIn({ ...questionnaireOf(epds), language: 'nl' })
    expect(new Set(problems)).toEqual(new Set(epds.items.map(({ id }) => `text-needed ${id}`)))
  })
  test('says what in it is of another questionnaire, version or language', () => {
    expect(problemsWith('url', 'urn:naast:questionnaire:brs')).toContain('instrument-other')
    expect(problemsWith('url', 'http://elders.example/epds')).toEqual(['instrument-unknown'])
    expect(problemsWith('version', '2')).toEqual(['version-unknown'])
    expect(problemsWith('language', 'xx')).toEqual(['language-needed language'])
    expect(problemsWith('language')).toEqual(['language-needed language'])
    expect(problemsWith('resourceType', 'Patient')).toEqual(['not-a-questionnaire'])
  })
  test('can’t change what an answer counts for, nor how it is scored, nor add an answer', () => {
    const first = 'item.0.item.0'
    expect(problemsWith(`${first}.answerOption.1.extension.0.valueDecimal`, 3)).toEqual(['weight-other d1'])
    expect(problemsWith(`${first}.answerOption.1.valueCoding.code`, '9')).toEqual(['answers-other d1'])
    expect(problemsWith(`${first}.answerOption.1`)).toEqual(['answers-other d1'])
    expect(problemsWith('item.1.extension.1.valueExpression.expression', '42')).toEqual(['scoring-other'])
    expect(problemsWith('item.1')).toEqual(['scoring-other'])
    expect(problemsWith(`${first}.linkId`, 'd99')).toEqual(['item-unknown d99', 'item-missing d1'])
    expect(problemsWith(`${first}.linkId`, 'd2')).toContain('link-id-twice d2')
  })
  test('holds plain words of a bearable length', () => {
    for (const [text, code] of [
      ['<b>Vet</b>', 'text-not-plain'],
      ['<script>alert(1)</script>', 'text-not-plain'],
      ['a&#60;b', 'text-not-plain'],
      ['a\u202eb', 'text-not-plain'],
      ['a\u0007b', 'text-not-plain'],
      ['   ', 'text-needed'],
      ['x'.repeat(601), 'text-too-long'],
    ] as const)
      expect([text, problemsWith('item.0.item.0.text', text)]).toEqual([text, [`${code} d1`]])
    expect(problemsWith('item.0.item.0.text', 'Minder dan < 5 keer, of > 2 & meer?')).toEqual([])
    expect(problemsWith('item.0.item.0.answerOption.0.valueCoding.display', 'x'.repeat(301))).toEqual([
      'text-too-long d1',
    ])
    expect(problemsWith('item.0.item.0._text', { extension: [{ url: 'x', valueString: 'y' }] })).toContain(
      'item-not-understood d1',
    )
  })
})

const shuffled = <Part>(parts: readonly Part[], order: readonly number[]): Part[] =>
  parts
    .map((part, at) => [order[at % order.length] ?? 0, part] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, part]) => part)
type Item = { linkId: string; item?: Item[]; answerOption?: unknown[] }
const inside = (json: FhirQuestionnaire, change: (items: Item[]) => Item[]) => {
  const [group, ...scores] = JSON.parse(JSON.stringify(json)).item as Item[]
  return { ...json, item: [{ ...group, item: change(group?.item ?? []) }, ...scores] }
}
const orders = fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 })
const some = fc.constantFrom(...silent)

describe('whatever the order and whatever is missing', () => {
  test('each word stays with the question and the answer that it belongs to', () => {
    fc.assert(
      fc.property(some, orders, (instrument, order) => {
        const file = filledQuestionnaire(instrument)
        const mixed = inside(file, (items) =>
          shuffled(items, order).map((item) => ({
            ...item,
            answerOption: shuffled(item.answerOption ?? [], order),
          })),
        )
        expect(read(mixed, instrument)).toEqual(read(file, instrument))
      }),
    )
  })
  test('nothing comes in of a file with a question too few, twice or too many', () => {
    fc.assert(
      fc.property(some, fc.nat(100), fc.constantFrom('few', 'twice', 'many'), (instrument, nth, how) => {
        const at = nth % instrument.items.length
        const id = instrument.items[at]?.id ?? ''
        const wrong = inside(filledQuestionnaire(instrument), (items) => {
          const one = items[at]
          if (!one) return items
          if (how === 'few') return items.filter((_, each) => each !== at)
          return how === 'twice' ? [...items, one] : [...items, { ...one, linkId: 'extra' }]
        })
        const expected = { few: 'item-missing', twice: 'link-id-twice', many: 'item-unknown' }[how]
        expect(problemsIn(wrong, instrument)).toContain(`${expected} ${how === 'many' ? 'extra' : id}`)
      }),
    )
  })
  test('junk gives problems with words, and never a throw nor a text', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('item', 'language', 'version', 'item.0', 'item.0.item.3', 'copyright'),
        (junk, path) => {
          const done = read(put(filledQuestionnaire(epds), path, junk))
          for (const { code } of 'problems' in done ? done.problems : [])
            expect(questionnaireProblems).toContain(code)
          if (!('problems' in done)) expect(Object.keys(done.texts.items)).toHaveLength(10)
        },
      ),
    )
    fc.assert(
      fc.property(fc.jsonValue(), (junk) => {
        const tree = readJson(JSON.stringify(junk))
        if (typeof tree !== 'string') expect('problems' in readTexts(tree, epds, findOnShelf)).toBe(true)
      }),
    )
  })
  test('no text with markup or what can’t be seen is plain', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('<b', '</p', '<!--', '&lt;', '&#x3c;', '\u202e', '\u0000', '\u2028', '\ud800'),
        fc.string(),
        (before, mark, after) => {
          expect(isPlainText(`${before}${mark}x${after}`)).toBe(false)
        },
      ),
    )
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}\p{N} .,?!'()-]*$/u), (text) => {
        expect(isPlainText(text.replace(/\p{Cn}/gu, ''))).toBe(true)
      }),
    )
  })
})
