import { describe, expect, test } from 'vitest'
import { closedGates, gatesOf, type SeenGate } from '#domain/worker/gates.ts'

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
    expect(gates.map((one) => one.state)).toEqual(['missing', 'missing', 'missing'])
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
})
