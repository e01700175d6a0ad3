import { describe, expect, test } from 'vitest'
import { mayPrint, postAddress, printAgainReasons } from '#domain/message/letter.ts'
import { messageStates } from '#domain/message/message.ts'
import { refuse } from '#domain/refusal.ts'

describe('a letter', () => {
  test('is printed once; once more only with a reason, and never when it is over', () => {
    for (const state of messageStates) {
      const first = state === 'pending' ? 'first' : refuse('letter-not-to-print')
      const again = refuse('letter-print-again-why')
      expect(mayPrint(state, null), state).toEqual(state === 'handing_over' ? again : first)
      for (const why of printAgainReasons)
        expect(mayPrint(state, why), state).toEqual(state === 'handing_over' ? 'again' : first)
    }
  })
  test('goes nowhere as long as something of the address isn’t known', () => {
    const whole = { street: 'Lindelaan', houseNumber: '7', postcode: '1234 AB', place: 'Waterrijk' }
    expect(postAddress(whole)).toBe('Lindelaan 7\n1234 AB Waterrijk')
    expect(postAddress(null)).toBeNull()
    for (const part of Object.keys(whole)) expect(postAddress({ ...whole, [part]: null }), part).toBeNull()
  })
})
