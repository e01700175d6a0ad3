import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { hasNext, isUnsaid, settleTalk, settlings, settlingsOn, talkStates } from '#domain/worker/talk.ts'

const today = Temporal.PlainDate.from('2026-11-03')

test('nothing is said twice of a talk, nor how it went before its day', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...talkStates),
      fc.integer({ min: -60, max: 60 }),
      fc.constantFrom(...settlings),
      (state, days, how) => {
        const plannedOn = today.add({ days })
        const after = settleTalk({ state, plannedOn }, how, today)
        if (state !== 'planned') expect(after).toMatchObject({ refused: 'talk-settled' })
        else if (days > 0 && (how === 'done' || how === 'missed'))
          expect(after).toMatchObject({ refused: 'talk-to-come' })
        else expect(after).toBe(how)
        expect(settlingsOn({ state, plannedOn }, today).includes(how)).toBe(!isRefusal(after))
        expect(isUnsaid(state, plannedOn, today)).toBe(state === 'planned' && days < 0)
      },
    ),
  )
})
test('one that did not take place has another in its stead, or a reason', () => {
  expect(settlings.filter(hasNext)).toEqual(['missed', 'moved'])
})
