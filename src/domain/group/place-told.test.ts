import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayTellPlace, seesPlace } from './place-told.ts'

const today = Temporal.PlainDate.from('2026-11-03')

test('she hears where it is if she has a seat, if it is known, and so many days before at most', () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.boolean(),
      fc.option(fc.integer({ min: -10, max: 40 })),
      fc.option(fc.nat(20)),
      (placeKnown, hasSeat, days, told) => {
        const rules = {
          placeToldDays: told === null ? undefined : { value: told, prov: 'to_confirm' as const },
        }
        const nextOn = days === null ? null : today.add({ days })
        const allowed = hasSeat && placeKnown && days !== null && days >= 0 && (told === null || days <= told)
        expect(mayTellPlace(rules, { placeKnown, hasSeat, nextOn }, today) === true).toBe(allowed)
      },
    ),
  )
})

test('who leads the group sees where it is in those days only, who plans it always', () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.option(fc.integer({ min: -10, max: 40 })),
      fc.option(fc.nat(20)),
      (plans, days, told) => {
        const rules = {
          placeToldDays: told === null ? undefined : { value: told, prov: 'to_confirm' as const },
        }
        const nextOn = days === null ? null : today.add({ days })
        const soon = told === null || (days !== null && days >= 0 && days <= told)
        expect(seesPlace(rules, { plans, nextOn }, today)).toBe(plans || soon)
      },
    ),
  )
})
