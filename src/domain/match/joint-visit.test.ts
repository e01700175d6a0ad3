import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contactStates } from '#domain/contact/contact.ts'
import { comesAlongOn } from '#domain/match/joint-visit.ts'

const today = Temporal.PlainDate.from('2026-11-03')
const day = fc.integer({ min: -30, max: 30 }).map((days) => today.add({ days }))
const visit = fc.option(fc.record({ state: fc.constantFrom(...contactStates), plannedOn: fc.option(day) }))

test('whoever left sees one appointment, on the day it is now, and only until it is over', () => {
  fc.assert(
    fc.property(day, fc.boolean(), visit, (jointOn, begun, one) => {
      const on = comesAlongOn({ jointOn, begun, visit: one }, today)
      if (on === null) return
      expect(Temporal.PlainDate.compare(today, on)).toBeLessThanOrEqual(0)
      expect(on.equals(begun ? (one?.plannedOn ?? jointOn) : jointOn)).toBe(true)
      if (begun) expect(one?.state).toBe('planned')
    }),
  )
  const planned = { state: 'planned', plannedOn: today } as const
  expect(comesAlongOn({ jointOn: today, begun: true, visit: planned }, today)).not.toBeNull()
  expect(comesAlongOn({ jointOn: today, begun: false, visit: null }, today)).not.toBeNull()
  expect(comesAlongOn({ jointOn: today, begun: true, visit: null }, today)).toBeNull()
})
