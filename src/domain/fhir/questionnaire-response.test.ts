import fc from 'fast-check'
import fhirpath from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4/index.js'
import { describe, expect, test } from 'vitest'
import { questionnaireOf } from '#domain/fhir/questionnaire.ts'
import { questionnaireProblems } from '#domain/fhir/questionnaire-problem.ts'
import { labelsOf, responseOf, type Taken } from '#domain/fhir/questionnaire-response.ts'
import { readJson } from '#domain/fhir/read-json.ts'
import { readResponse } from '#domain/fhir/read-questionnaire-response.ts'
import type { FhirResponse } from '#domain/fhir/response-shape.ts'
import { scoreAll } from '#domain/instrument/score.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { skipped, valuesOf } from '#domain/instrument/shelf-questions.ts'
import { mayLeave } from '#domain/instrument/ways-to-ask.ts'
import { measureModes } from '#domain/measure/answers.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import { findOnShelf, shelf } from '#programmes/shelf/shelf.ts'
import { put } from '#testing/put.ts'

const reading = (json: unknown) => {
  const tree = readJson(JSON.stringify(json))
  if (typeof tree === 'string') throw new Error(tree)
  return readResponse(tree, findOnShelf)
}
const written = (instrument: ShelfInstrument, taken: Taken): FhirResponse => {
  const response = responseOf(instrument, taken)
  if (isRefusal(response)) throw new Error(response.refused)
  return response
}
const leaving = shelf.filter(mayLeave)
const instrumentOf = (name: string) => {
  const found = findOnShelf(name)
  if (!found) throw new Error(name)
  return found
}

/** Any questionnaire, answered, skipped and left open in any way. */
const takenOf = (all: readonly ShelfInstrument[]) =>
  fc.constantFrom(...all).chain((instrument) =>
    fc.tuple(
      fc.constant(instrument),
      fc.record({
        on: fc
          .integer({ min: 0, max: 4000 })
          .map((days) => Temporal.PlainDate.from('2020-01-01').add({ days })),
        mode: fc.constantFrom(...measureModes),
        stopped: fc.boolean(),
        answers: fc.record(
          Object.fromEntries(
            instrument.items.map(({ id, choices }) => [
              id,
              fc.constantFrom(null, skipped, ...choices.map(({ value }) => String(value))),
            ]),
          ),
        ),
      }),
    ),
  )
const on = Temporal.PlainDate.from('2026-11-03')
const k10 = instrumentOf('k10-nl@1')
const answers = Object.fromEntries(k10.items.map(({ id }) => [id, '3']))
const taken: Taken = { on, mode: 'together', stopped: false, answers }

describe('what she answered', () => {
  test('leaves only where it may: nothing of violence, and nothing that stays with staff', () => {
    fc.assert(
      fc.property(takenOf(shelf), ([instrument, hers]) => {
        const response = responseOf(instrument, hers)
        if (mayLeave(instrument)) expect(isRefusal(response)).toBe(false)
        else expect(response).toEqual(refuse('measure-stays-here'))
      }),
    )
    const stays = shelf.filter((one) => isRefusal(responseOf(one, { ...taken, answers: {} })))
    expect(stays.map(({ id }) => id)).toEqual(expect.arrayContaining(['hark-nl', 'own-safety-nl', 'epds']))
  })
  test('bears the labels of violence, even if its definition forgot that it stays here', () => {
    const hark = { ...instrumentOf('hark-nl@1'), neverRemote: false, alone: false }
    const response = written(hark, { ...taken, answers: { h: '1' } })
    expect(response.meta?.security.map(({ code }) => code)).toEqual(['SDV', 'V'])
    expect(shelf.filter((one) => labelsOf(one).length > 0).map(({ id }) => id)).toEqual([
      'hark-nl',
      'own-safety-nl',
    ])
    expect(written(k10, taken)).not.toHaveProperty('meta')
  })
  test('is refused rather than losing an answer that belongs to other questions', () => {
    for (const wrong of [
      { ...answers, k11: '1' },
      { ...answers, k1: '6' },
    ])
      expect(responseOf(k10, { ...taken, answers: wrong })).toEqual(refuse('measure-not-these-questions'))
  })
  test('says of each open question why, and who she is nowhere', () => {
    const { item, status, questionnaire, source, subject } = written(k10, {
      ...taken,
      stopped: true,
      answers: { ...answers, k2: skipped, k3: null },
    })
    expect([status, questionnaire]).toEqual(['stopped', 'urn:naast:questionnaire:k10-nl|1'])
    expect(item[0]?.item?.slice(1, 3).map(({ extension }) => extension?.[0]?.valueCode)).toEqual([
      'asked-declined',
      'not-asked',
    ])
    expect(JSON.stringify([source, subject])).not.toMatch(/reference|identifier|display/)
  })
  test('has no score of one woman where the makers mean groups', () => {
    const djg6 = instrumentOf('djg6-nl@1')
    const hers = { ...taken, answers: Object.fromEntries(djg6.items.map(({ id }) => [id, '1'])) }
    expect(written(djg6, hers).item).toHaveLength(1)
  })
  test('has the scores that a FHIRPath engine of others finds in it', () => {
    fc.assert(
      fc.property(takenOf(leaving.filter(({ groupsOnly }) => !groupsOnly)), ([instrument, hers]) => {
        const response = written(instrument, hers)
        const questionnaire = questionnaireOf(instrument)
        for (const one of questionnaire.item) {
          const calculated = 'extension' in one ? one.extension[1] : undefined
          if (!calculated || !('valueExpression' in calculated)) continue
          const { expression } = calculated.valueExpression ?? {}
          const found = fhirpath.evaluate(
            structuredClone(response),
            expression ?? '',
            { questionnaire, resource: structuredClone(response) },
            r4,
            { async: false },
          )
          const said = response.item.find(({ linkId }) => linkId === one.linkId)?.answer ?? []
          expect(found.map(Number)).toEqual(said.map(({ valueDecimal }) => valueDecimal))
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('what comes back', () => {
  test('is what went: every answer, what she would rather not say, and what wasn’t asked', () => {
    fc.assert(
      fc.property(takenOf(leaving), ([instrument, hers]) => {
        expect(reading(written(instrument, hers))).toEqual({ instrument, taken: hers })
      }),
    )
  })
  test.each([
    ['to another version', 'questionnaire', 'urn:naast:questionnaire:k10-nl|2', ['version-unknown']],
    ['without a version', 'questionnaire', 'urn:naast:questionnaire:k10-nl', ['version-unknown']],
    ['to a stranger’s questionnaire', 'questionnaire', 'http://x.org/k10|1', ['instrument-unknown']],
    ['of another kind', 'resourceType', 'Patient', ['not-a-response']],
    ['that isn’t finished', 'status', 'in-progress', ['status-unknown status']],
    ['taken back', 'status', 'entered-in-error', ['status-unknown status']],
    ['of no day', 'authored', '2026', ['day-unreadable authored']],
    ['given in no way that is known', 'extension', [], ['mode-unknown completionMode']],
    ['to a question that isn’t there', 'item.0.item.3.linkId', 'k44', ['item-unknown k44']],
    ['out of range', 'item.0.item.3.answer.0.valueCoding.code', '6', ['answer-unknown k4']],
    ['of another code system', 'item.0.item.3.answer.0.valueCoding.system', 'urn:x', ['answer-unknown k4']],
    ['to one question twice', 'item.0.item.3.linkId', 'k5', ['link-id-twice k5']],
    ['with a score of its own', 'item.1.answer.0.valueDecimal', 31, ['score-not-theirs score.total']],
    ['with another score', 'item.1.linkId', 'score.other', ['item-unknown score.other']],
    [
      'and not answered for a reason nobody knows',
      'item.0.item.3',
      {
        linkId: 'k4',
        extension: [
          { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'error' },
        ],
      },
      ['reason-unknown k4'],
    ],
    [
      'with something that may turn it round',
      'modifierExtension',
      [{ url: 'urn:x', valueBoolean: true }],
      ['not-understood'],
    ],
  ])('%s is told what is wrong', (_, path, value, problems) => {
    const read = reading(put(written(k10, taken), path, value))
    const told = 'problems' in read ? read.problems : []
    expect(told.map(({ code, place }) => (place ? `${code} ${place}` : code))).toEqual(problems)
  })
  test('two answers to one question are none', () => {
    const two = [3, 4].map((value) => ({
      valueCoding: { system: 'urn:naast:choice:k10-nl', code: String(value) },
    }))
    const read = reading(put(written(k10, taken), 'item.0.item.0.answer', two))
    expect('problems' in read && read.problems).toContainEqual({ code: 'several-answers', place: 'k1' })
  })
  test('has no answer and no number that wasn’t in it, whatever was changed', () => {
    fc.assert(
      fc.property(
        takenOf(leaving),
        fc.nat(),
        fc.constantFrom('linkId', 'answer', 'answer.0', 'answer.0.valueCoding', 'extension', 'item'),
        fc.oneof(fc.jsonValue(), fc.constant(undefined)),
        ([instrument, hers], which, part, value) => {
          const at = which % instrument.items.length
          const changed = put(written(instrument, hers), `item.0.item.${at}.${part}`, value)
          const read = reading(changed)
          if ('problems' in read) return
          const id = instrument.items[at]?.id ?? ''
          expect([hers.answers[id], null]).toContainEqual(read.taken.answers[id])
          expect({ ...read.taken.answers, [id]: null }).toEqual({ ...hers.answers, [id]: null })
          const scores = scoreAll(instrument, valuesOf(read.taken.answers))
          for (const { answer, linkId } of written(instrument, hers).item.slice(1))
            expect(scores.get(linkId.slice('score.'.length))?.score).toBe(answer?.[0]?.valueDecimal)
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
            resourceType: fc.constant('QuestionnaireResponse'),
            questionnaire: fc.oneof(fc.jsonValue(), fc.constant('urn:naast:questionnaire:k10-nl|1')),
            status: fc.constantFrom('completed', 'stopped', 'amended'),
            extension: fc.jsonValue(),
            item: fc.jsonValue(),
          }),
        ),
        (json) => {
          const tree = readJson(JSON.stringify(json))
          if (typeof tree === 'string') return
          const read = readResponse(tree, findOnShelf)
          expect('problems' in read && read.problems.length).toBeGreaterThan(0)
          for (const { code } of 'problems' in read ? read.problems : [])
            expect(questionnaireProblems).toContain(code)
        },
      ),
    )
  })
})
