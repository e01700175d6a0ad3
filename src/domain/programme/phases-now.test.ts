import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { materialsNow } from '#domain/programme/materials-now.ts'
import {
  cadenceIn,
  leadingPhase,
  movesTakenBack,
  phaseMoves,
  setPhases,
} from '#domain/programme/phases-now.ts'
import { isRefusal } from '#domain/refusal.ts'
import { mim } from '#programmes/mim.ts'

const words = { nl: 'x', en: 'x' }
const phase = (id: string, more: Partial<ProgrammeDefinition['phases'][number]> = {}) => ({
  id,
  label: words,
  goal: words,
  prov: 'proposal' as const,
  ...more,
})
const days = (value: number) => ({ cadenceDays: { value, prov: 'proposal' as const } })
const definition: ProgrammeDefinition = {
  ...mim,
  phases: [
    phase('basics', days(7)),
    phase('child', { ...days(14), startsWhen: 'childAgeMonths >= 0' }),
    phase('own', { ...days(28), after: ['child'], endsWhen: 'childAgeMonths >= 30' }),
  ],
}
const none = { live: [], had: [] }

describe('phases that moved because of a child that turned out not to be there', () => {
  const was = (phase: string, more: object = {}) => ({
    phase,
    live: true,
    beganByRule: true,
    endedByRule: false,
    ...more,
  })
  const unborn = { childAgeMonths: null, pregnant: true }
  test('end again if a rule began them, and stay if a person did', () => {
    expect(movesTakenBack(definition, [was('basics'), was('child')], unborn)).toEqual({
      begin: [],
      end: ['child'],
    })
    const byHand = [was('basics'), was('child', { beganByRule: false })]
    expect(movesTakenBack(definition, byHand, unborn).end).toEqual([])
    expect(movesTakenBack(definition, [was('basics'), was('child')], { childAgeMonths: 1 }).end).toEqual([])
  })
  test('go on again if a rule ended them, and not if a person did', () => {
    const ended = { live: false, endedByRule: true }
    expect(movesTakenBack(definition, [was('basics'), was('own', ended)], unborn).begin).toEqual(['own'])
    const byHand = { live: false, endedByRule: false }
    expect(movesTakenBack(definition, [was('basics'), was('own', byHand)], unborn).begin).toEqual([])
  })
  test('never leave her in none', () => {
    expect(movesTakenBack(definition, [was('child')], unborn)).toEqual({ begin: [], end: [] })
  })
})

describe('phases by the programme’s rules', () => {
  test('the first begins by itself, the next when its rule holds; unknown is not true', () => {
    expect(phaseMoves(definition, none, {})).toEqual({ begin: ['basics'], end: [] })
    const after = { live: ['basics'], had: ['basics'] }
    expect(phaseMoves(definition, after, { childAgeMonths: null }).begin).toEqual([])
    expect(phaseMoves(definition, after, { childAgeMonths: 0 }).begin).toEqual(['child'])
  })
  test('what a person ended doesn’t come back, and the only phase doesn’t end by itself', () => {
    expect(phaseMoves(definition, { live: ['child'], had: ['basics', 'child'] }, {})).toEqual({
      begin: [],
      end: [],
    })
    expect(
      phaseMoves(definition, { live: ['own'], had: ['basics', 'child', 'own'] }, { childAgeMonths: 31 }),
    ).toEqual({ begin: [], end: [] })
  })
  test('where visits make the phase there is nothing to move', () => {
    expect(phaseMoves(mim, none, { childAgeMonths: 3 })).toEqual({ begin: [], end: [] })
    expect(setPhases(mim, none, ['widening'])).toMatchObject({ refused: 'phase-by-visits' })
  })
  test('moving twice moves once', () => {
    const ids = definition.phases.map(({ id }) => id)
    fc.assert(
      fc.property(
        fc.subarray(ids),
        fc.subarray(ids),
        fc.option(fc.integer({ min: 0, max: 40 })),
        (had, more, age) => {
          const live = had.filter((id) => more.includes(id))
          const facts = { childAgeMonths: age }
          const moves = phaseMoves(definition, { live, had }, facts)
          const now = [...live.filter((id) => !moves.end.includes(id)), ...moves.begin]
          const again = phaseMoves(definition, { live: now, had: [...had, ...moves.begin] }, facts)
          // A phase that follows on one that has just begun may begin with it; the end of the last one waits for another.
          expect(again.begin.every((id) => !had.includes(id))).toBe(true)
          if (live.length + moves.begin.length > 0) expect(now.length).toBeGreaterThan(0)
        },
      ),
    )
  })
})

describe('phases that a person sets', () => {
  const known = { live: ['basics'], had: ['basics'] }
  test('may overlap, and the one with the shortest rhythm leads', () => {
    expect(setPhases(definition, known, ['basics', 'child'])).toEqual({ begin: ['child'], end: [] })
    expect(leadingPhase(definition, ['own', 'basics'])).toBe('basics')
    expect(leadingPhase(definition, ['own', 'child'])).toBe('child')
    expect(leadingPhase(definition, ['gone'])).toBeNull()
    expect(cadenceIn(definition, 'own')).toBe(28)
    expect(cadenceIn(definition, null)).toBe(definition.contacts?.cadenceDays.value)
  })
  test.each([
    [[], 'phase-none'],
    [['basics'], 'phase-unchanged'],
    [['elsewhere'], 'phase-unknown'],
    [['own'], 'phase-too-early'],
  ])('%s: %s', (wanted, refused) => {
    expect(setPhases(definition, known, wanted)).toEqual(expect.objectContaining({ refused }))
  })
  test('end up being exactly those that were chosen', () => {
    const ids = definition.phases.map(({ id }) => id)
    fc.assert(
      fc.property(fc.subarray(ids), fc.subarray(ids), (live, wanted) => {
        const moves = setPhases(definition, { live, had: ids }, wanted)
        if (isRefusal(moves)) return
        const now = [...live.filter((id) => !moves.end.includes(id)), ...moves.begin]
        expect([...now].sort()).toEqual([...wanted].sort())
      }),
    )
  })
})

test('materials go by weeks, age and phase; after a loss there are none', () => {
  const material = (id: string, select: ProgrammeDefinition['materials'][number]['select']) => ({
    id,
    kind: 'diary' as const,
    label: words,
    licence: 'own' as const,
    select,
    prov: 'proposal' as const,
  })
  const all = {
    materials: [
      material('pregnancy', { by: 'pregnancy_weeks', from: 0, until: 42 }),
      material('baby', { by: 'child_months', from: 0, until: 12 }),
      material('toddler', { by: 'child_months', from: 12, until: null }),
      material('child', { by: 'phase', phase: 'child' }),
      material('always', { by: 'always' }),
    ],
  }
  const at = (
    gestationalWeeks: number | null,
    childMonths: number | null,
    phases: string[] = [],
    quiet = false,
  ) => materialsNow(all, { quiet, gestationalWeeks, childMonths, phases }).map(({ id }) => id)
  expect(at(30, null)).toEqual(['pregnancy', 'always'])
  expect(at(null, 11)).toEqual(['baby', 'always'])
  expect(at(null, 12, ['child'])).toEqual(['toddler', 'child', 'always'])
  expect(at(30, 3, ['child'], true)).toEqual([])
})
