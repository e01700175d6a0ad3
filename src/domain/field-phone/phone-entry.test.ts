import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contactStates } from '#domain/contact/contact.ts'
import { entryStates, heldReasons, leadsTo, mayStep, merges } from './phone-entry.ts'

const facts = fc.record({
  hers: fc.boolean(),
  trajectoryState: fc.constantFrom('active', 'paused', 'closed', 'waiting'),
  contact: fc.constantFrom(...contactStates, null),
})

test('nothing that was written down is overwritten, and nothing of hers no more is touched', () => {
  fc.assert(
    fc.property(facts, (met) => {
      const answer = merges(met)
      if (answer === 'apply') {
        expect(met.hers).toBe(true)
        expect(['active', 'paused']).toContain(met.trajectoryState)
        expect([null, 'planned']).toContain(met.contact)
      } else expect(heldReasons).toContain(answer)
    }),
  )
})
test('a moved plan is no conflict', () => {
  expect(merges({ hers: true, trajectoryState: 'active', contact: 'planned' })).toBe('apply')
})
test('what was settled stays so', () => {
  for (const state of entryStates)
    for (const step of ['log', 'put-away'] as const) expect(mayStep(state, step)).toBe(state === 'held')
  expect([leadsTo('log'), leadsTo('put-away')]).toEqual(['logged', 'put_away'])
})
