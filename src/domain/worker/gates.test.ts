import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closedForRunning, closedGates, gatesOf, type SeenGate } from '#domain/worker/gates.ts'
import { closingSoon } from '#domain/worker/reminders.ts'
import { waiverProblems } from '#domain/worker/waiver.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const label = { nl: 'x', en: 'x' }
const definition = {
  worker: {
    role: 'volunteer',
    label,
    isMother: { value: true, prov: 'proposal' as const },
    gates: [
      {
        kind: 'vog' as const,
        label,
        required: true,
        validMonths: { value: 36, prov: 'opened_source' as const },
        prov: 'proposal' as const,
      },
      { kind: 'training' as const, label, required: true, prov: 'proposal' as const },
      { kind: 'qualification' as const, label, required: false, prov: 'proposal' as const },
    ],
  },
}
const gate = (kind: string, seenOn: string, validUntil: string | null = null): SeenGate => ({
  kind,
  seenOn: day(seenOn),
  validUntil: validUntil ? day(validUntil) : null,
})
const stateOf = (seen: SeenGate[], today: string) => gatesOf(definition, seen, day(today))[0]

describe('gates', () => {
  test('what was never seen is missing, and only what is required stands in the way', () => {
    const gates = gatesOf(definition, [], day('2026-11-03'))
    expect(gates.map((one) => one.kind)).toEqual(['vog', 'training', 'qualification', 'is_mother'])
    expect(new Set(gates.map((one) => one.state))).toEqual(new Set(['missing']))
    expect(closedGates(gates).map((one) => one.kind)).toEqual(['vog', 'training'])
  })
  test('a VOG counts on its last day and not on the day after', () => {
    const seen = [gate('vog', '2023-11-03')]
    expect(stateOf(seen, '2026-11-03')).toMatchObject({ state: 'met', validUntil: day('2026-11-03') })
    expect(stateOf(seen, '2026-11-04')?.state).toBe('expired')
  })
  test('what it says itself may be shorter, never longer', () => {
    expect(stateOf([gate('vog', '2026-01-01', '2026-06-30')], '2026-07-01')?.state).toBe('expired')
    expect(stateOf([gate('vog', '2023-01-01', '2030-01-01')], '2026-11-03')?.state).toBe('expired')
  })
  test('a new one takes over from an old one, and one of tomorrow does not count yet', () => {
    expect(stateOf([gate('vog', '2020-01-01'), gate('vog', '2026-10-01')], '2026-11-03')?.state).toBe('met')
    expect(stateOf([gate('vog', '2026-11-04')], '2026-11-03')?.state).toBe('missing')
  })
  test('without a term it counts for good', () => {
    const training = gatesOf(definition, [gate('training', '2010-01-01')], day('2026-11-03'))[1]
    expect(training).toMatchObject({ state: 'met', validUntil: null })
  })
  test('what was seen and not in order voids what came before, until it is seen anew', () => {
    const voids: SeenGate = { ...gate('vog', '2026-10-05'), voidsBefore: day('2026-10-06') }
    const seen = [gate('vog', '2026-10-01'), voids]
    expect(stateOf(seen, '2026-10-04')).toMatchObject({ state: 'met', validUntil: day('2026-10-04') })
    expect(stateOf(seen, '2026-10-05')).toMatchObject({ state: 'missing', notInOrder: true })
    expect(stateOf([...seen, gate('vog', '2026-10-06')], '2026-10-06')?.state).toBe('met')
  })
  test('what must be signed again counts until its day, and on for who signed meanwhile', () => {
    const again: SeenGate = { ...gate('training', '2026-12-01'), voidsBefore: day('2026-11-03') }
    const old = gate('training', '2025-01-01')
    const stateOn = (seen: SeenGate[], on: string) => gatesOf(definition, seen, day(on))[1]
    expect(stateOn([old, again], '2026-11-03')).toMatchObject({ state: 'met', validUntil: day('2026-11-30') })
    expect(closingSoon(gatesOf(definition, [old, again], day('2026-11-03')), day('2026-11-03'))).toHaveLength(
      1,
    )
    expect(stateOn([old, again], '2026-12-01')?.state).toBe('missing')
    expect(stateOn([old, again, gate('training', '2026-11-03')], '2026-12-01')).toMatchObject({
      state: 'met',
      validUntil: null,
    })
  })
})

describe('a manager’s decision', () => {
  const all = [gate('training', '2026-01-01')]
  const waived = (covers: 'running' | 'all', until: string | null): SeenGate => ({
    ...gate('vog', '2026-11-01', until),
    waives: covers,
  })
  const on = (seen: SeenGate[], today: string) => gatesOf(definition, seen, day(today))
  test('lets her go on with whom she has, until and including its day, and begin with nobody', () => {
    const seen = [...all, waived('running', '2026-11-30')]
    expect(closedForRunning(on(seen, '2026-10-31')).map(({ kind }) => kind)).toEqual(['vog'])
    expect(closedForRunning(on(seen, '2026-11-30'))).toEqual([])
    expect(closedGates(on(seen, '2026-11-30')).map(({ kind }) => kind)).toEqual(['vog'])
    expect(closedForRunning(on(seen, '2026-12-01')).map(({ kind }) => kind)).toEqual(['vog'])
    expect(closedGates(on([...all, waived('all', null)], '2030-01-01'))).toEqual([])
  })
  test('is never about a VOG for new women, and always has an end where it is a grace', () => {
    const today = day('2026-11-03')
    const problems = (kind: 'vog' | 'is_mother', covers: 'running' | 'all', until: string | null) =>
      waiverProblems({ kind, covers, until: until ? day(until) : null }, today)
    expect(problems('vog', 'all', '2026-11-30')).toEqual({ covers: 'not-waived-for-new' })
    expect(problems('vog', 'running', null)).toEqual({ until: 'required' })
    expect(problems('vog', 'running', '2026-11-03')).toEqual({ until: 'not-after-today' })
    expect(problems('vog', 'running', '2027-11-03')).toEqual({ until: 'grace-too-long' })
    expect(problems('vog', 'running', '2026-12-31')).toEqual({})
    expect(problems('is_mother', 'all', null)).toEqual({})
  })
})

test('more that was seen never closes a gate, and running is never stricter than new', () => {
  const days = fc.integer({ min: -2000, max: 400 }).map((days) => day('2026-11-03').add({ days }))
  const kinds = fc.constantFrom('vog', 'training', 'qualification', 'is_mother')
  const seen = fc.array(
    fc.record({
      kind: kinds,
      seenOn: days,
      validUntil: fc.option(days),
      voidsBefore: fc.option(days, { freq: 4 }),
      waives: fc.option(fc.constantFrom('running' as const, 'all' as const), { freq: 4 }),
    }),
    { maxLength: 12 },
  )
  const plain = fc.record({ kind: kinds, seenOn: days, validUntil: fc.option(days) })
  fc.assert(
    fc.property(seen, plain, days, (gates, more, today) => {
      const before = gatesOf(definition, gates, today)
      const after = gatesOf(definition, [...gates, more], today)
      for (const [at, { state }] of before.entries())
        if (state === 'met') expect(after[at]?.state).toBe('met')
      const open = closedGates(before).map(({ kind }) => kind)
      for (const { kind } of closedForRunning(before)) expect(open).toContain(kind)
      for (const { state, validUntil } of before)
        if (state === 'met' && validUntil)
          expect(Temporal.PlainDate.compare(validUntil, today)).toBeGreaterThanOrEqual(0)
    }),
  )
})
