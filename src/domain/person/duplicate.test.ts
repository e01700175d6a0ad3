import { describe, expect, test } from 'vitest'
import { weighDuplicate } from '#domain/person/duplicate.ts'
import { personInput } from '#domain/person/person.ts'

const person = (given: string, more: object = {}) => personInput.parse({ name: { given }, ...more })

describe('two files of one woman', () => {
  test('a name that sounds the same is not enough', () => {
    expect(weighDuplicate(person('Yusra'), person('Yousra'))).toEqual([])
  })
  test('nor is a birth day', () => {
    const on = { birthDay: '1999-02-03' }
    expect(weighDuplicate(person('Yusra', on), person('Marijke', on))).toEqual([])
  })
  test('both together are', () => {
    const on = { birthDay: '1999-02-03' }
    expect(weighDuplicate(person('Yusra Haddad', on), person('Yousra', on))).toEqual([
      'same_birth_day_and_name',
    ])
  })
  test('a phone number is, and an e-mail address in capitals too', () => {
    const one = person('A', { phone: '+31612345678', email: 'a@example.nl' })
    const other = person('B', { phone: '+31612345678', email: 'A@Example.nl' })
    expect(weighDuplicate(one, other)).toEqual(['same_phone', 'same_email'])
  })
  test('what is unknown on both sides is not the same', () => {
    expect(weighDuplicate(person('A'), person('A'))).toEqual([])
  })
  test('one door says less than one door and one name', () => {
    const address = { address: { postcode: '1234ab', houseNumber: '1 A' } }
    const again = { address: { postcode: '1234 AB', houseNumber: '1a' } }
    expect(weighDuplicate(person('Anna', address), person('Noa', again))).toEqual(['same_address'])
    expect(weighDuplicate(person('Zoe', address), person('Zoë', again))).toEqual(['same_address_and_name'])
  })
})
