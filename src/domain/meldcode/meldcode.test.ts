import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ClosingCode, closingCodes, type Known, mayClose } from '#domain/meldcode/closing.ts'
import {
  type DecisionKind,
  decisionKinds,
  decisions,
  isDecision,
  mayDecide,
} from '#domain/meldcode/decision.ts'
import {
  type MeldcodeState,
  type MeldcodeStep,
  mayStepMeldcode,
  meldcodeAfter,
  meldcodeEntryKinds,
  meldcodeStates,
  stepNames,
  stepsDone,
} from '#domain/meldcode/meldcode.ts'
import {
  keptAnswers,
  readAnswers,
  type Weighing,
  weighingAnswers,
  weighingLeadsTo,
  weighingQuestions,
} from '#domain/meldcode/weighing.ts'
import { isRefusal } from '#domain/refusal.ts'

const allSteps = ['record', 'decide', 'report', 'hear', 'close'] as const satisfies MeldcodeStep[]

describe('the states of a meldcode', () => {
  test('are these', () => {
    const table = Object.fromEntries(
      meldcodeStates.map((state) => [state, allSteps.filter((step) => mayStepMeldcode(state, step))]),
    )
    expect(table).toEqual({
      open: ['record', 'decide', 'report', 'close'],
      reported: ['record', 'decide', 'hear'],
      followed: ['record', 'decide', 'report', 'hear', 'close'],
      closed: [],
    })
  })
  test('whatever is tried: closed stays closed, what was reported is heard of before it closes, nothing leaves the table', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...allSteps), { maxLength: 30 }), (tried) => {
        let state: MeldcodeState = 'open'
        let waits = false
        for (const step of tried) {
          const next = meldcodeAfter(state, step)
          expect(isRefusal(next)).toBe(!mayStepMeldcode(state, step))
          if (isRefusal(next)) continue
          if (step === 'close') expect(waits).toBe(false)
          if (step === 'report') waits = true
          if (step === 'hear') waits = false
          expect(state).not.toBe('closed')
          expect(meldcodeStates).toContain(next)
          state = next
        }
      }),
    )
  })
})

const weighings: fc.Arbitrary<Weighing> = fc.record(
  Object.fromEntries(weighingQuestions.map((question) => [question, fc.constantFrom(...weighingAnswers)])),
  { requiredKeys: [] },
)

describe('the weighing', () => {
  test('leads where the framework says', () => {
    const yes = { suspicion: 'yes', acute_or_structural_unsafety: 'no' } as const
    const leads: readonly (readonly [Weighing, string | null])[] = [
      [{}, null],
      [{ suspicion: 'no' }, 'close'],
      [{ suspicion: 'yes' }, null],
      [{ suspicion: 'yes', acute_or_structural_unsafety: 'yes' }, 'report'],
      [{ ...yes, able_to_help: 'no' }, 'report'],
      [{ ...yes, able_to_help: 'yes', help_accepted: 'no' }, 'report'],
      [{ ...yes, able_to_help: 'yes', help_accepted: 'yes', help_effective: 'no' }, 'report'],
      [{ ...yes, able_to_help: 'yes', help_accepted: 'yes', help_effective: 'yes' }, 'help'],
    ]
    for (const [weighing, to] of leads) expect(weighingLeadsTo(weighing)).toBe(to)
  })
  test('never leads away from a report where she is unsafe now, and is kept and read back the same', () => {
    fc.assert(
      fc.property(weighings, (weighing) => {
        if (weighing.suspicion === 'yes' && weighing.acute_or_structural_unsafety === 'yes')
          expect(weighingLeadsTo(weighing)).toBe('report')
        expect(readAnswers(keptAnswers(weighing))).toEqual({ ...weighing })
      }),
    )
  })
})

describe('the two decisions', () => {
  test('have answers and reasons of their own', () => {
    for (const kind of decisionKinds)
      for (const [answer, reasons] of Object.entries(decisions[kind]))
        for (const reason of reasons) {
          expect(isDecision({ kind, answer, reason })).toBe(true)
          const other: DecisionKind = kind === 'report' ? 'help' : 'report'
          expect(isDecision({ kind: other, answer, reason })).toBe(false)
        }
    expect(isDecision({ kind: 'report', answer: 'necessary', reason: 'no_suspicion' })).toBe(false)
    expect(isDecision({ kind: 'report', answer: 'toString', reason: 'x' })).toBe(false)
  })
  test('not to report against the weighing is explained in words', () => {
    const not = { kind: 'report', answer: 'not_necessary' } as const
    expect(mayDecide(not, { leadsTo: 'report', words: null })).toEqual({ refused: 'meldcode-say-why-not' })
    expect(mayDecide(not, { leadsTo: 'report', words: 'Omdat.' })).toBe(true)
    expect(mayDecide(not, { leadsTo: 'help', words: null })).toBe(true)
    expect(mayDecide({ kind: 'report', answer: 'necessary' }, { leadsTo: 'close', words: null })).toBe(true)
  })
})

const knowns: fc.Arbitrary<Known> = fc.record({
  report: fc.constantFrom('necessary', 'not_necessary', null),
  help: fc.constantFrom('possible', 'not_possible', null),
  weighing: weighings,
  told: fc.boolean(),
  reported: fc.boolean(),
})

describe('closing', () => {
  const nothing: Known = { report: null, help: null, weighing: {}, told: false, reported: false }
  const decided = { ...nothing, report: 'not_necessary', help: 'possible' } as const
  const refusals: readonly (readonly [ClosingCode, Known, string | null, string | true])[] = [
    ['no_suspicion', nothing, null, 'meldcode-weigh-first'],
    ['no_suspicion', { ...nothing, weighing: { suspicion: 'no' } }, null, true],
    ['safe_agreed', nothing, 'x', 'meldcode-decide-first'],
    ['safe_agreed', { ...nothing, report: 'not_necessary' }, 'x', 'meldcode-decide-first'],
    ['safe_agreed', decided, 'x', 'meldcode-tell-first'],
    ['safe_agreed', { ...decided, told: true }, null, 'meldcode-say-why'],
    ['safe_agreed', { ...decided, told: true }, 'Afspraken.', true],
    ['agency_follows', { ...decided, told: true }, null, 'meldcode-report-first'],
    ['agency_follows', { ...decided, report: 'necessary', reported: true, told: true }, null, true],
    ['ended_otherwise', { ...decided, told: true }, null, 'meldcode-say-why'],
    ['by_mistake', nothing, null, 'meldcode-say-why'],
    ['by_mistake', decided, 'x', 'meldcode-decided-already'],
    ['by_mistake', nothing, 'Verkeerde vrouw.', true],
  ]
  test('asks first what is missing', () => {
    for (const [code, known, words, answer] of refusals)
      expect(mayClose(code, known, words), `${code} ${JSON.stringify(known)}`).toEqual(
        answer === true ? true : { refused: answer },
      )
  })
  test('is never possible while a report that was decided on was not made', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...closingCodes),
        knowns,
        fc.constantFrom(null, 'x'),
        (code, known, words) => {
          if (known.report === 'necessary' && !known.reported)
            expect(mayClose(code, known, words)).toEqual({ refused: 'meldcode-report-first' })
          if (mayClose(code, known, words) === true && code !== 'no_suspicion' && code !== 'by_mistake')
            expect([known.report, known.help].every(Boolean) && known.told).toBe(true)
        },
      ),
    )
  })
})

describe('the five steps', () => {
  test('are done in any order, the fifth with both decisions', () => {
    expect(stepsDone(new Set())).toEqual([])
    expect(stepsDone(new Set(['decided_report', 'signal']))).toEqual(['signals'])
    expect(stepsDone(new Set(['decided_help', 'decided_report']))).toEqual(['decide'])
    expect(stepsDone(new Set(meldcodeEntryKinds))).toEqual(stepNames)
  })
})
