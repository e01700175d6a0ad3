import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goalOutcomes } from '#domain/plan/goal-attainment.ts'
import { type ApprovedReport, handOver, type ReportPart, reportParts, withTexts } from './hand-over.ts'
import { letterOf } from './report-letter.ts'

const domains = [
  { fact: 'money', label: { nl: 'Geld', en: 'Money' }, staysHere: false },
  { fact: 'safety', label: { nl: 'Veiligheid', en: 'Safety' }, staysHere: true },
]
/** Each text says of which part it is, so that it is known again wherever it turns up. */
const goal = (id: string, domain: string | null): ApprovedReport['goals'][number] => ({
  id,
  domain,
  words: `§her_words ${id}`,
  expected: `§her_words expected ${id}`,
  outcome: 'reached',
  letGo: null,
  hers: `§her_words said ${id}`,
  coach: `§coach_words ${id}`,
  actions: [
    {
      id: `action-${id}`,
      words: `§plan ${id}`,
      doer: 'party',
      organisationId: null,
      party: 'never a person',
      byDay: '2026-12-17',
      ended: null,
    },
  ],
})
const report: ApprovedReport = {
  kind: 'end-report',
  name: 'Semira',
  approvedOn: '2026-11-03',
  reviewedOn: '2026-11-01',
  domains,
  goals: [goal('one', 'money'), goal('two', null), goal('three', 'safety')],
  grids: {
    first: { counts: { money: 2, safety: 4 } },
    last: { counts: { money: 1, safety: 3 } },
  },
  hers: '§her_words whole',
  coach: '§coach_words whole',
  goesOn: '§plan after',
  takesOver: 'jgz',
  around: [{ role: { nl: 'around', en: 'around' }, organisation: '§around place' }],
}
const ids = report.goals.map(({ id }) => id)
const letter = (parts: readonly ReportPart[], goalIds = ids) =>
  letterOf(handOver(report, parts, goalIds), 'nl', (day) => day)
    .map(({ text }) => text)
    .join('')
const someParts = fc.subarray([...reportParts])

describe('what goes of a report', () => {
  test('is what was chosen, and of nothing else a word', () => {
    fc.assert(
      fc.property(someParts, fc.subarray(ids), (parts, goalIds) => {
        const handed = handOver(report, parts, goalIds)
        for (const text of [JSON.stringify(handed), letter(parts, goalIds)]) {
          for (const part of ['her_words', 'coach_words', 'plan', 'around'] as const)
            if (!parts.includes(part)) expect(text).not.toContain(`§${part}`)
          for (const id of ids)
            if (!parts.includes('goals') || !goalIds.includes(id)) expect(text).not.toMatch(`_words ${id}`)
          expect(text).not.toContain('never a person')
        }
        if (!parts.includes('adversities')) expect(handed.grid).toEqual([])
      }),
    )
  })
  test('is never about violence, whatever was chosen', () => {
    fc.assert(
      fc.property(someParts, fc.subarray(ids), (parts, goalIds) => {
        const all = JSON.stringify(handOver(report, parts, goalIds)) + letter(parts, goalIds)
        expect(all).not.toContain('three')
        expect(all).not.toContain('Veiligheid')
      }),
    )
  })
  test('says the outcome of a goal that nobody looked at to be unknown', () => {
    for (const outcome of [null, ...goalOutcomes]) {
      const one = { ...report, goals: [{ ...goal('one', 'money'), outcome }] }
      const text = letterOf(handOver(one, ['goals'], ids), 'en', (day) => day).map((piece) => piece.text)
      const said = { reached: 'reached', partly: 'partly reached', not: 'not reached' }
      expect(text.join('')).toContain(outcome ? `: ${said[outcome]}` : ': not known')
    }
  })
  test('holds no typed text that is not changed where all are, so that none passes the gate by', () => {
    fc.assert(
      fc.property(someParts, (parts) => {
        const changed = withTexts(handOver(report, parts, ids), () => '#')
        for (const { text, typed } of letterOf(changed, 'nl', (day) => day)) {
          if (typed) expect(text).toBe('#')
          expect(text).not.toMatch(/§|Semira/)
        }
      }),
    )
  })
  test('is the same in the letter and in what is handed: every typed text stands in both', () => {
    const typed: string[] = []
    withTexts(handOver(report, reportParts, ids), (text) => {
      typed.push(text)
      return text
    })
    const pieces = letterOf(handOver(report, reportParts, ids), 'nl', (day) => day)
    expect(new Set(pieces.flatMap((piece) => (piece.typed ? [piece.text] : [])))).toEqual(new Set(typed))
  })
})
