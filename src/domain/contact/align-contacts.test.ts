import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Alignment, alignContacts, type Standing } from '#domain/contact/align-contacts.ts'
import { contactStates } from '#domain/contact/contact.ts'
import { planContacts } from '#domain/programme/contact-plan.ts'
import { mim } from '#programmes/mim.ts'

const today = Temporal.PlainDate.from('2026-11-03')
const span = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 }))
const planFor = ([length, cadenceDays]: readonly [number, number]) =>
  planContacts(mim, { startOn: today, endsOn: today.add({ days: length }), cadenceDays })
const standing = fc.record({
  state: fc.constantFrom(...contactStates),
  dueFrom: fc.integer({ min: 0, max: 300 }).map((days) => today.add({ days })),
  dueUntil: fc.integer({ min: 301, max: 400 }).map((days) => today.add({ days })),
  plannedOn: fc.option(fc.constant(today.add({ days: 9 }))),
  phase: fc.constantFrom('getting_to_know', null),
})

const done = (one: Standing, change: Alignment | undefined): Standing =>
  change?.kind === 'move'
    ? { ...one, state: 'planned', ...change.to }
    : change?.kind === 'leave-out'
      ? { ...one, state: 'skipped' }
      : one

/** What stands once the plan was brought in line. */
function aligned(before: readonly Standing[], plan: ReturnType<typeof planFor>): readonly Standing[] {
  const { changes, missing } = alignContacts(before, plan, today)
  return [
    ...before.map((one, at) => done(one, changes[at])),
    ...missing.map(
      ({ dueFrom, dueUntil, phase }): Standing => ({
        state: 'planned',
        plannedOn: null,
        dueFrom,
        dueUntil,
        phase,
      }),
    ),
  ]
}
const asPlanned = (all: readonly Standing[]) =>
  all
    .filter(({ state }) => state === 'planned')
    .map(({ dueFrom, dueUntil, phase }) => `${dueFrom} ${dueUntil} ${phase}`)

test('what nobody touched ends up as if it were planned afresh, whatever was planned before', () => {
  fc.assert(
    fc.property(span, span, span, (first, second, third) => {
      const before = aligned(aligned([], planFor(first)), planFor(second))
      expect(asPlanned(aligned(before, planFor(third)))).toEqual(asPlanned(aligned([], planFor(third))))
    }),
  )
})
test('twice is once, and what was agreed, done or called off never moves', () => {
  fc.assert(
    fc.property(fc.array(standing, { maxLength: 12 }), span, (before, to) => {
      const once = aligned(before, planFor(to))
      expect(aligned(once, planFor(to))).toEqual(once)
      for (const [at, one] of before.entries())
        if (one.plannedOn || !['planned', 'skipped'].includes(one.state)) expect(once[at]).toEqual(one)
    }),
  )
})
