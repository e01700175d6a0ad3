import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FhirNode } from '#domain/fhir/node.ts'
import { type FhirQuestionnaire, questionnaireOf } from '#domain/fhir/questionnaire.ts'
import { questionnaireProblems } from '#domain/fhir/questionnaire-problem.ts'
import { readJson } from '#domain/fhir/read-json.ts'
import { readQuestionnaire } from '#domain/fhir/read-questionnaire.ts'
import { systems } from '#domain/fhir/systems.ts'
import { findOnShelf, shelf } from '#programmes/shelf/shelf.ts'
import { put } from '#testing/put.ts'

const treeOf = (json: unknown): FhirNode => {
  const tree = readJson(JSON.stringify(json))
  if (typeof tree === 'string') throw new Error(tree)
  return tree
}
const reading = (json: unknown) => readQuestionnaire(treeOf(json), findOnShelf)
const written = (name: string): FhirQuestionnaire => {
  const found = findOnShelf(name)
  if (!found) throw new Error(name)
  return questionnaireOf(found)
}
const problemsIn = (json: unknown) => {
  const read = reading(json)
  return 'problems' in read ? read.problems.map(({ code, place }) => (place ? `${code} ${place}` : code)) : []
}
const problemsWith = (name: string, path: string, value?: unknown) =>
  problemsIn(put(written(name), path, value))

describe('every questionnaire of the shelf', () => {
  test.each(shelf.map((one) => [one.id, one] as const))('is read back as itself: %s', (_, instrument) => {
    expect(reading(questionnaireOf(instrument))).toEqual({ instrument })
  })
  test('bears its licence line, and the text of another only where its holder lets it', () => {
    for (const instrument of shelf) {
      const text = JSON.stringify(questionnaireOf(instrument))
      expect(questionnaireOf(instrument).copyright).toBe(instrument.licence.text)
      for (const { text: question } of instrument.items)
        if (question) expect(text).toContain(JSON.stringify(question))
      if (!instrument.licence.embed) expect(text).not.toContain('"display"')
    }
  })
  test('stays silent where it must, even if a text came onto the shelf by mistake', () => {
    const epds = findOnShelf('epds@1')
    if (!epds) throw new Error('epds')
    const slip = {
      ...epds,
      stem: 'SLIP',
      items: epds.items.map((item) => ({
        ...item,
        text: 'SLIP',
        choices: item.choices.map((choice) => ({ ...choice, label: 'SLIP' })),
      })),
    }
    expect(questionnaireOf(slip)).toEqual(questionnaireOf(epds))
  })
  test('has LOINC codes where the shelf has them, and codes of our own elsewhere', () => {
    for (const instrument of shelf) {
      const [group] = questionnaireOf(instrument).item
      const items = group && 'item' in group ? group.item : []
      for (const [at, item] of instrument.items.entries()) {
        const out = items[at]
        const codes = out && 'code' in out ? out.code : []
        expect(codes).toEqual(item.code ? [{ system: systems.loinc, code: item.code }] : [])
        expect(out?.answerOption.map(({ valueCoding }) => valueCoding.system === systems.loinc)).toEqual(
          item.choices.map(({ code }) => code !== undefined),
        )
      }
    }
  })
  test('weighs each choice by what it counts for: turned round, or one and nought', () => {
    const weights = (name: string, at: number) => {
      const [group] = written(name).item
      const item = group && 'item' in group ? group.item[at] : undefined
      return item?.answerOption.map(({ valueCoding, extension: [weight] }) => [
        valueCoding.code,
        weight?.valueDecimal,
      ])
    }
    expect(weights('epds@1', 2)).toEqual([
      ['0', 3],
      ['1', 2],
      ['2', 1],
      ['3', 0],
    ])
    expect(weights('djg6-nl@1', 0)).toEqual([
      ['1', 0],
      ['2', 1],
      ['3', 1],
    ])
    expect(weights('kpcs@1', 0)?.at(-1)).toEqual(['9', 2])
  })
})

describe('one that comes back', () => {
  test.each([
    ['in a version that isn’t on the shelf', 'k10-nl@1', 'version', '2', ['version-unknown']],
    ['without a version', 'k10-nl@1', 'version', undefined, ['version-unknown']],
    ['from elsewhere', 'k10-nl@1', 'url', 'http://example.org/k10', ['instrument-unknown']],
    ['that is another resource', 'k10-nl@1', 'resourceType', 'Patient', ['not-a-questionnaire']],
    [
      'without its licence',
      'k10-nl@1',
      'copyright',
      undefined,
      ['copyright-needed', 'not-the-same copyright'],
    ],
    [
      'with one question twice',
      'k10-nl@1',
      'item.0.item.1.linkId',
      'k1',
      ['link-id-twice k1', 'not-the-same k1'],
    ],
    [
      'with a choice that weighs nothing',
      'k10-nl@1',
      'item.0.item.1.answerOption.0.extension',
      undefined,
      ['weight-needed k2', 'not-the-same k2'],
    ],
    [
      'with another weight',
      'k10-nl@1',
      'item.0.item.1.answerOption.0.extension.0.valueDecimal',
      4,
      ['not-the-same k2'],
    ],
    [
      'with a text that it may not have',
      'epds@1',
      'item.0.item.4.text',
      'Ik …',
      ['text-not-allowed d5', 'not-the-same d5'],
    ],
    [
      'with a choice in words that it may not have',
      'epds@1',
      'item.0.item.4.answerOption.1.valueCoding.display',
      'Ja, soms',
      ['text-not-allowed d5', 'not-the-same d5'],
    ],
    ['with another word', 'k10-nl@1', 'item.0.item.0.text', 'Hoe vaak?', ['not-the-same k1']],
    ['without one of its questions', 'hark-nl@1', 'item.0.item.3', undefined, ['not-the-same k']],
    ['without one of its scores', 'epds@1', 'item.2', undefined, ['not-the-same score.epds3a']],
    [
      'with a score that is worked out otherwise',
      'phq9-nl@1',
      'item.1.extension.1.valueExpression.expression',
      '1+1',
      ['not-the-same score.total'],
    ],
    [
      'with something that may turn it round',
      'k10-nl@1',
      'item.0.modifierExtension',
      [{ url: 'urn:x', valueBoolean: true }],
      ['not-understood', 'item-not-understood k10-nl'],
    ],
    [
      'with a condition',
      'k10-nl@1',
      'item.0.item.0.enableWhen',
      [{ question: 'k2', operator: 'exists', answerBoolean: true }],
      ['item-not-understood k1'],
    ],
    [
      'with text beside it',
      'epds@1',
      'text',
      { status: 'generated', div: '<div>Ik …</div>' },
      ['item-not-understood'],
    ],
    [
      'with a text hidden inside an element',
      'epds@1',
      'item.0.item.0._text',
      { extension: [{ url: 'urn:x', valueString: 'Ik …' }] },
      ['item-not-understood d1'],
    ],
  ])('%s is told what is wrong', (_, name, path, value, problems) => {
    expect(problemsWith(name, path, value)).toEqual(problems)
  })
  test('never comes through with anything changed that is asked or counted', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shelf),
        fc.nat(),
        fc.constantFrom('linkId', 'type', 'text', 'answerOption', 'code', 'answerOption.0', 'answerOption.1'),
        fc.oneof(fc.jsonValue(), fc.constant(undefined)),
        (instrument, which, part, value) => {
          const whole = questionnaireOf(instrument)
          const path = `item.0.item.${which % instrument.items.length}.${part}`
          const changed = put(whole, path, value)
          // What is no element in FHIR (`null`, an empty list) is as good as not there.
          if ('instrument' in reading(changed)) expect(treeOf(changed)).toEqual(treeOf(whole))
        },
      ),
    )
  })
  test('says one of the problems it can have, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.record({
            resourceType: fc.constant('Questionnaire'),
            url: fc.oneof(fc.string(), fc.constant('urn:naast:questionnaire:k10-nl')),
            version: fc.oneof(fc.jsonValue(), fc.constant('1')),
            item: fc.jsonValue(),
            [fc.sample(fc.string(), 1)[0] ?? '']: fc.jsonValue(),
          }),
        ),
        (json) => {
          const tree = readJson(JSON.stringify(json))
          if (typeof tree === 'string') return
          const read = readQuestionnaire(tree, findOnShelf)
          expect('problems' in read && read.problems.length).toBeGreaterThan(0)
          for (const { code } of 'problems' in read ? read.problems : [])
            expect(questionnaireProblems).toContain(code)
        },
      ),
    )
  })
})
