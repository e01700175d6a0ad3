import fc from 'fast-check'
import fhirpath from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4/index.js'
import { describe, expect, test } from 'vitest'
import { questionnaireOf } from '#domain/fhir/questionnaire.ts'
import { codeOfChoice } from '#domain/fhir/questionnaire-names.ts'
import { scoreExpression } from '#domain/fhir/score-expression.ts'
import { type Answers, scoreAll } from '#domain/instrument/score.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { shelf } from '#programmes/shelf/shelf.ts'
import { vectors } from '#programmes/shelf/vectors.ts'

const answered = (instrument: ShelfInstrument, answers: Answers) => ({
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  item: [
    {
      linkId: instrument.id,
      item: instrument.items.map((item) => {
        const choice = item.choices.find(({ value }) => value === answers[item.id])
        return { linkId: item.id, answer: choice ? [{ valueCoding: codeOfChoice(instrument, choice) }] : [] }
      }),
    },
  ],
})

/** What a FHIRPath engine of others makes of the expression that goes along. */
function worksOut(instrument: ShelfInstrument, response: object): Record<string, unknown> {
  const questionnaire = questionnaireOf(instrument)
  return Object.fromEntries(
    instrument.scores.map((rule) => {
      const expression = scoreExpression(instrument.id, rule)
      const found = fhirpath.evaluate(response, expression, { questionnaire, resource: response }, r4, {
        async: false,
      })
      return [rule.id, found.length === 0 ? null : Number(found[0])]
    }),
  )
}
const ours = (instrument: ShelfInstrument, answers: Answers) =>
  Object.fromEntries([...scoreAll(instrument, answers)].map(([id, { score }]) => [id, score]))

const byId = new Map(shelf.map((one) => [one.id, one]))
const instrumentOf = (id: string) => {
  const found = byId.get(id)
  if (!found) throw new Error(id)
  return found
}

describe('the expression that goes along', () => {
  test.each(vectors.map((vector, at) => [`${vector.of} ${at}`, vector] as const))(
    'makes of answers what our own code makes of them: %s',
    (_, { of, answers }) => {
      const instrument = instrumentOf(of)
      expect(worksOut(instrument, answered(instrument, answers))).toEqual(ours(instrument, answers))
    },
  )
  test('does so whatever she answers, and whatever she leaves open', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...shelf)
          .chain((instrument) =>
            fc.tuple(
              fc.constant(instrument),
              fc.record(
                Object.fromEntries(
                  instrument.items.map(({ id, choices }) => [
                    id,
                    fc.option(fc.constantFrom(...choices.map(({ value }) => value)), { freq: 8 }),
                  ]),
                ),
              ),
            ),
          ),
        ([instrument, answers]) => {
          expect(worksOut(instrument, answered(instrument, answers))).toEqual(ours(instrument, answers))
        },
      ),
      { numRuns: 150 },
    )
  })
  test('takes two answers to one question for none, so that they never stand in for one that is missing', () => {
    const k10 = instrumentOf('k10-nl')
    const all5 = Object.fromEntries(k10.items.map(({ id }) => [id, 5]))
    for (const open of [['k1'], ['k1', 'k2'], ['k1', 'k2', 'k3']]) {
      const answers = { ...all5, ...Object.fromEntries(open.map((id) => [id, null])) }
      const response = answered(k10, answers)
      response.item[0]?.item
        .at(-1)
        ?.answer.push({ valueCoding: codeOfChoice(k10, { value: 1, code: undefined }) })
      expect(worksOut(k10, response)).toEqual(ours(k10, { ...answers, k10: null }))
    }
  })
  test('would be wrong without its guard: nothing else keeps a missing answer from being nought', () => {
    const phq9 = instrumentOf('phq9-nl')
    const response = answered(phq9, { q1: 2, q3: 1, q4: 0 })
    const unguarded = `%resource.item.where(linkId='phq9-nl').item.answer.value.weight().sum()`
    const questionnaire = questionnaireOf(phq9)
    expect(
      fhirpath.evaluate(response, unguarded, { questionnaire, resource: response }, r4, { async: false }),
    ).toEqual([3])
    expect(worksOut(phq9, response)).toEqual({ total: null, phq8: null, phq2: null })
  })
})
