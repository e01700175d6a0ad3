import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDefinition } from '#domain/programme/check-definition.ts'
import { contactPlan } from '#domain/programme/contact-plan.ts'
import { weighEligibility } from '#domain/programme/eligibility.ts'
import { endDay } from '#domain/programme/end-day.ts'
import { checkIns } from '#programmes/check-ins.ts'
import { mim } from '#programmes/mim.ts'

const problemsOf = (changed: object) => checkDefinition({ ...mim, ...changed }).problems
const [rule] = mim.eligibility
const [phase, ...laterPhases] = mim.phases

describe('a definition that does not hold together', () => {
  test.each([
    [
      'a rule that can’t be read',
      { eligibility: [{ ...rule, when: 'firstChild and' }] },
      { field: 'eligibility.mi-i1.when', expected: 'a fact, a value or ( at character 15' },
    ],
    [
      'a rule about something nobody asks',
      { eligibility: [{ ...rule, when: 'shoeSize > 40' }] },
      { field: 'eligibility.mi-i1.when', expected: 'a known fact instead of shoeSize' },
    ],
    [
      'a rule that is a number',
      { eligibility: [{ ...rule, when: 'childAgeMonths + 1' }] },
      { field: 'eligibility.mi-i1.when', expected: 'something that is true or false' },
    ],
    [
      'an end that depends on more than time',
      { endRule: { value: 'firstChild', prov: 'proposal' } },
      { field: 'endRule', expected: 'a known fact instead of firstChild' },
    ],
    [
      'a source nobody knows',
      { eligibility: [{ ...rule, ref: 'S999' }] },
      { field: 'eligibility.0.ref', expected: expect.stringContaining('one of NJi') },
    ],
    [
      'a cadence of zero',
      { contacts: { ...mim.contacts, cadenceDays: { value: 0, prov: 'proposal' } } },
      { field: 'contacts.cadenceDays.value', expected: expect.stringContaining('1') },
    ],
    [
      'fewer visits at most than at least',
      { contacts: { ...mim.contacts, max: { value: 3, prov: 'proposal' } } },
      { field: 'contacts.max', expected: 'at least 16, the minimum' },
    ],
    [
      'phases out of order',
      { phases: [{ ...phase, visits: { from: 9 } }, ...laterPhases] },
      { field: 'phases.getting_to_know.visits', expected: 'the first phase to begin at visit 1' },
    ],
    [
      'weights that don’t add up',
      { matching: { ...mim.matching, soft: mim.matching?.soft.slice(1) } },
      { field: 'matching.soft', expected: 'weights that add up to 1' },
    ],
    [
      'check-ins out of order',
      {
        matching: { ...mim.matching, checkIns: { ...checkIns, weeks: { value: [3, 3], prov: 'proposal' } } },
      },
      { field: 'matching.checkIns.weeks', expected: 'weeks from the first to the last, each once' },
    ],
    [
      'check-ins that reach into the next',
      {
        matching: { ...mim.matching, checkIns: { ...checkIns, graceDays: { value: 11, prov: 'proposal' } } },
      },
      {
        field: 'matching.checkIns.graceDays',
        expected: 'at most 10, less than half of the shortest time between two',
      },
    ],
    [
      'check-ins at no week',
      { matching: { ...mim.matching, checkIns: { ...checkIns, weeks: { value: [], prov: 'proposal' } } } },
      { field: 'matching.checkIns.weeks.value', expected: expect.any(String) },
    ],
    [
      'two rules of one name',
      { eligibility: [rule, rule] },
      { field: 'eligibility.mi-i1', expected: 'an id that is used once' },
    ],
    [
      'a measurement without its questionnaire',
      { instruments: mim.instruments.slice(1) },
      {
        field: 'measures.T0.instruments',
        expected: 'an instrument of this definition instead of ladder_confidence',
      },
    ],
    [
      'a first outcome that nobody measures',
      { primaryOutcome: { instrument: 'k10', score: 'total', prov: 'proposal' } },
      { field: 'primaryOutcome.instrument', expected: 'an instrument that is asked at a moment' },
    ],
    [
      'a first outcome about a number that isn’t there',
      { primaryOutcome: { instrument: 'ladder_support', score: 'best', prov: 'proposal' } },
      { field: 'primaryOutcome.score', expected: 'one of now' },
    ],
    [
      'a questionnaire that is not on the shelf, or not in this version',
      { measures: [{ ...mim.measures[0], shelf: { value: ['k10-nl@9'], prov: 'proposal' } }] },
      { field: 'measures.T0.shelf', expected: 'a questionnaire of the shelf instead of k10-nl@9' },
    ],
    [
      'one questionnaire of the shelf twice',
      { measures: [{ ...mim.measures[0], shelf: { value: ['k10-nl@1', 'k10-nl@1'], prov: 'proposal' } }] },
      { field: 'measures.T0.shelf', expected: 'an id that is used once' },
    ],
    [
      'a moment that asks nothing',
      { measures: [{ ...mim.measures[0], instruments: [], shelf: undefined }] },
      { field: 'measures.T0.instruments', expected: 'at least 1' },
    ],
    ['a field that doesn’t exist', { colour: 'red' }, { field: 'definition', expected: 'no colour' }],
    [
      'a value without its provenance',
      { worker: { ...mim.worker, caseloadMax: { value: 3 } } },
      { field: 'worker.caseloadMax.prov', expected: expect.any(String) },
    ],
    [
      'no way to end an intake with no',
      { closureReasons: mim.closureReasons.filter(({ kind }) => kind !== 'not_eligible') },
      { field: 'closureReasons', expected: 'a reason of kind not_eligible' },
    ],
    [
      'a group programme without rules for the group',
      { shape: { value: 'mixed', prov: 'proposal' } },
      { field: 'group', expected: 'rules for the group' },
    ],
  ])('%s is named with the field and what is expected', (_, changed, problem) => {
    expect(problemsOf(changed)).toContainEqual(problem)
  })
  test('anything at all is answered, never thrown', () => {
    fc.assert(fc.property(fc.anything(), (input) => void checkDefinition(input)))
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(mim)), fc.jsonValue(), (key, value) => {
        const { definition } = checkDefinition({ ...mim, [key]: value })
        if (!definition) return
        const today = Temporal.PlainDate.from('2026-11-03')
        weighEligibility(definition, {})
        endDay(definition, today)
        contactPlan(definition, { startOn: today, endsOn: today.add({ months: 16 }) })
      }),
    )
  })
})
