import { describe, expect, test } from 'vitest'
import { doublesInList } from '#domain/import/doubles-in-list.ts'
import { personInput } from '#domain/person/person.ts'

const listed = (
  row: number,
  given: string,
  more: Partial<Parameters<typeof personInput.parse>[0] & object> = {},
) => ({
  row,
  data: personInput.parse({ name: { given, family: 'Jansen' }, ...more }),
})

describe('doubles in one list', () => {
  test('are found by phone, by e-mail, by birth day with a name that sounds alike', () => {
    const doubles = doublesInList([
      listed(2, 'Fatima', { phone: '+31612345678', birthDay: '1998-02-03' }),
      listed(3, 'Elif', { phone: '+31612345679', email: 'elif@example.nl', birthDay: '1998-02-03' }),
      listed(4, 'Fatma', { birthDay: '1998-02-03' }),
      listed(5, 'F.', { phone: '+31612345678' }),
      listed(6, 'E', { email: 'ELIF@example.nl' }),
      listed(7, 'Noor'),
      listed(8, 'Noor'),
    ])
    expect([...doubles]).toEqual([
      [4, 2],
      [5, 2],
      [6, 3],
    ])
  })
  test('are not made by an address alone', () => {
    const address = { street: 'Kade', houseNumber: '1', postcode: '3011 AB', place: 'Rotterdam' }
    expect(doublesInList([listed(2, 'Elif', { address }), listed(3, 'Wendy', { address })]).size).toBe(0)
  })
})
