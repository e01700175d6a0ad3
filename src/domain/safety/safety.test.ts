import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memosa } from '#programmes/memosa.ts'
import { kindcheckDue, nextKindcheck } from './kindcheck.ts'
import { mayLeave, redFlagsOf } from './red-flags.ts'
import { lastReviewDay, mayReviewOn, reviewDueOn, telltaleOn } from './safety-plan.ts'

const today = Temporal.PlainDate.from('2026-11-03')

describe('red flags', () => {
  test('are the eleven of the source, what weighs heaviest first', () => {
    const flags = redFlagsOf(memosa)
    expect(flags).toHaveLength(11)
    expect(flags[0]).toMatchObject({ id: 'rf08', highest: true })
    expect(flags.filter(({ highest }) => highest)).toHaveLength(1)
  })
  test('are left with something that was done, or with a reason', () => {
    const done = { outcome: 'acted', code: 'consulted_colleague', words: null } as const
    const nothing = { outcome: 'no_action', code: 'acted_on_before', words: null } as const
    expect(mayLeave(done, [])).toEqual({ refused: 'red-flags-none-open' })
    expect(mayLeave(done, [{ highest: true }])).toBe(true)
    expect(mayLeave(nothing, [{ highest: false }])).toBe(true)
    expect(mayLeave(nothing, [{ highest: false }, { highest: true }])).toEqual({
      refused: 'red-flags-say-why',
    })
    expect(mayLeave({ ...nothing, words: 'Zij is bij haar zus.' }, [{ highest: true }])).toBe(true)
  })
})

describe('the kindcheck', () => {
  test('is due at intake and after visits 8 and 16, and belongs to the intake first', () => {
    expect(nextKindcheck([])).toBe('intake')
    expect(nextKindcheck(['intake'])).toBe('visit')
    expect(kindcheckDue(memosa.safety, [], 0)).toBe(true)
    expect(kindcheckDue(memosa.safety, ['intake'], 7)).toBe(false)
    expect(kindcheckDue(memosa.safety, ['intake'], 8)).toBe(true)
    expect(kindcheckDue(memosa.safety, ['visit', 'intake'], 15)).toBe(false)
    expect(kindcheckDue(memosa.safety, ['visit', 'intake'], 16)).toBe(true)
    expect(kindcheckDue({ ...memosa.safety, kindcheck: { value: false, prov: 'proposal' } }, [], 20)).toBe(
      false,
    )
  })
  test('is never due after as many checks as there are moments', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (visits) => {
        expect(kindcheckDue(memosa.safety, ['visit', 'visit', 'intake'], visits)).toBe(false)
      }),
    )
  })
})

describe('the safety plan', () => {
  test('is looked at again as often as the programme asks after her safety, and no later', () => {
    expect(lastReviewDay(memosa.safety, today).toString()).toBe('2026-12-01')
    expect(mayReviewOn(today.add({ days: 28 }), memosa.safety, today)).toBe(true)
    expect(mayReviewOn(today.add({ days: 29 }), memosa.safety, today)).toEqual({
      refused: 'plan-review-too-late',
    })
    expect(mayReviewOn(today.subtract({ days: 1 }), memosa.safety, today)).toEqual({
      refused: 'plan-review-passed',
    })
  })
  test('is looked at at once when the danger changed after it was written', () => {
    const reviewOn = today.add({ days: 20 })
    expect(reviewDueOn({ reviewOn }, null)).toEqual(reviewOn)
    expect(reviewDueOn({ reviewOn }, today)).toEqual(today)
  })
  test('gives a card that tells nobody who we are', () => {
    const own = ['Stichting Waterrijk', 'MeMoSA', 'Een Veilig Thuis', '']
    expect(telltaleOn('Bel Anna 06 12 34. Tas staat bij de buren.', own)).toBeNull()
    expect(telltaleOn('bel memosa', own)).toBe('MeMoSA')
    expect(telltaleOn('een\nveilig  thuis!', own)).toBe('Een Veilig Thuis')
    expect(telltaleOn('Vraag naar Ans van de s-t-i-c-h-t-i-n-g', own)).not.toBeNull()
    expect(telltaleOn('Bel bij geweld', own)).toBe('geweld')
    expect(telltaleOn('Call the shelter', own)).toBe('shelter')
  })
})
