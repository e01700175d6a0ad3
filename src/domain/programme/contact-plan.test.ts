import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysBetween } from '#domain/day.ts'
import { contactPlan, planContacts } from '#domain/programme/contact-plan.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { mim } from '#programmes/mim.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const plan = (startOn: string, endsOn: string, definition: ProgrammeDefinition = mim) =>
  contactPlan(definition, { startOn: day(startOn), endsOn: day(endsOn) })
const phases = (startOn: string, endsOn: string) => plan(startOn, endsOn).contacts.map(({ phase }) => phase)

describe('the plan of visits', () => {
  test('sixteen to twenty visits, at least monthly, in sixteen months', () => {
    const { contacts, short } = plan('2026-11-03', '2028-03-03')
    expect(contacts.length).toBe(17)
    expect(short).toBeNull()
    expect(contacts[0]?.dueFrom.toString()).toBe('2026-11-03')
    expect(contacts.at(-1)?.dueUntil.toString()).toBe('2028-03-03')
  })
  test('a child of ten months still gets sixteen visits, closer together', () => {
    expect(plan('2026-11-03', '2027-07-03').contacts.length).toBe(16)
  })
  test('says so when too little time remains', () => {
    const { contacts, short } = plan('2026-11-03', '2026-12-31')
    expect(contacts.length).toBe(4)
    expect(short).toEqual({ asked: 16, planned: 4 })
  })
  test('says so when the most visits leave gaps longer than a month', () => {
    expect(plan('2026-11-03', '2030-11-03')).toMatchObject({ sparse: true })
  })
  test('nothing is planned after the end', () => {
    expect(planContacts(mim, { startOn: day('2026-11-03'), endsOn: day('2026-11-02') })).toEqual([])
  })
  test('phases follow the visits, and the last two are for saying goodbye', () => {
    expect(phases('2026-11-03', '2028-03-03')).toEqual([
      ...Array(3).fill('getting_to_know'),
      ...Array(7).fill('monthly_talks'),
      ...Array(5).fill('widening'),
      ...Array(2).fill('farewell'),
    ])
    expect(phases('2026-11-03', '2026-11-03')).toEqual(['getting_to_know'])
  })
  test('holds for every protocol and span', () => {
    const protocol = fc.record({
      min: fc.option(fc.integer({ min: 0, max: 20 })),
      more: fc.option(fc.integer({ min: 1, max: 20 })),
      cadence: fc.integer({ min: 1, max: 60 }),
      grace: fc.integer({ min: 0, max: 40 }),
      gap: fc.integer({ min: 1, max: 60 }),
    })
    fc.assert(
      fc.property(
        protocol,
        fc.integer({ min: 0, max: 1500 }),
        ({ min, more, cadence, grace, gap }, length) => {
          if (!mim.contacts) throw new Error('no contacts')
          const max = more === null ? null : (min ?? 0) + more
          const definition = {
            ...mim,
            contacts: {
              ...mim.contacts,
              min: { value: min, prov: 'proposal' as const },
              max: { value: max, prov: 'proposal' as const },
              cadenceDays: { value: cadence, prov: 'proposal' as const },
              graceDays: { value: grace, prov: 'proposal' as const },
              shortestGapDays: { value: gap, prov: 'proposal' as const },
            },
          }
          const startOn = day('2026-11-03')
          const endsOn = startOn.add({ days: length })
          const { contacts, short, sparse } = contactPlan(definition, { startOn, endsOn })
          expect(contacts.length).toBeGreaterThan(0)
          if (max !== null) expect(contacts.length).toBeLessThanOrEqual(max)
          expect(short === null).toBe(contacts.length >= (min ?? 0))
          expect(contacts[0]?.dueFrom).toEqual(startOn)
          for (const [at, contact] of contacts.entries()) {
            expect(contact.number).toBe(at + 1)
            expect(daysBetween(contact.dueFrom, contact.dueUntil)).toBeGreaterThanOrEqual(0)
            expect(daysBetween(contact.dueUntil, endsOn)).toBeGreaterThanOrEqual(0)
            const before = contacts[at - 1]
            if (!before) continue
            expect(daysBetween(before.dueUntil, contact.dueFrom)).toBeGreaterThan(0)
            // Whoever visits within the windows never leaves more than cadence and grace between two visits.
            if (!sparse)
              expect(daysBetween(before.dueFrom, contact.dueUntil)).toBeLessThanOrEqual(cadence + grace + 1)
          }
        },
      ),
    )
  })
})
