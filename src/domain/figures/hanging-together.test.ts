import { describe, expect, test } from 'vitest'
import type { ClosureReason } from '#domain/programme/definition.ts'
import { columnsElsewhere, reasonsByResult, rowsElsewhere } from './hanging-together.ts'
import { rowOrder } from './row-order.ts'

const kinds = new Map<string, ReadonlySet<ClosureReason['kind']>>([
  ['goals_met', new Set(['completed'])],
  ['moved', new Set(['stopped'])],
  ['no_match', new Set(['not_started'])],
])
const columns = ['completed', 'ended_early', 'not_started', 'unknown']
const impossibleOf = (rows: { code: string; counts: readonly number[] }[]) =>
  (reasonsByResult({ rows, columns }, 'closed:all:2026', kinds).impossible ?? []).map(
    (at) => `${rows[Math.floor(at / columns.length)]?.code} ${columns[at % columns.length]}`,
  )

describe('what goes with what', () => {
  test('a reason of never having begun goes with no other ending, and one of carrying through not with that', () => {
    expect(
      impossibleOf([
        { code: 'goals_met', counts: [9, 1, 0, 0] },
        { code: 'moved', counts: [0, 0, 0, 0] },
        { code: 'no_match', counts: [0, 0, 4, 0] },
      ]),
    ).toEqual(['goals_met not_started', 'no_match completed', 'no_match ended_early'])
  })
  test('a reason that nobody knows any more goes with any, and so does what is there all the same', () => {
    expect(impossibleOf([{ code: 'of_old', counts: [0, 0, 0, 0] }])).toEqual([])
    expect(impossibleOf([{ code: 'no_match', counts: [2, 0, 4, 0] }])).toEqual(['no_match ended_early'])
  })
  test('who began and who didn’t are together everybody who was referred', () => {
    const { started, 'not-started': not } = columnsElsewhere['received.referrer'] ?? {}
    expect([...(started?.categories ?? []), ...(not?.categories ?? [])].sort()).toEqual(
      [...(rowOrder['received.reached'] ?? [])].sort(),
    )
  })
  test('never begun is the same thing in each table of endings', () => {
    const others = Object.values(rowsElsewhere).flatMap((one) => Object.values(one ?? {}))
    for (const { id, categories } of others)
      for (const one of categories) expect(rowOrder[`closed.${id}` as 'closed.result']).toContain(one)
  })
})
