import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparedName } from '#domain/collision/compare-names.ts'
import { type Known, nothingKnown } from '#domain/collision/known.ts'
import { askedKeys, classOfKinds, type KeyKind, keyKinds, laidKeys } from './key-texts.ts'

const known = (name: string, more: Partial<Known> = {}): Known => ({
  ...nothingKnown,
  names: [comparedName(name)],
  ...more,
})
const born = (text: string) => ({ birthDay: Temporal.PlainDate.from(text) })
const only = (kind: KeyKind | undefined): KeyKind[] => (kind ? [kind] : [])
/** What he who is told of and he who is known share. */
function classOf(told: Known, ours: Known) {
  const asked = askedKeys(told)
  return classOfKinds(new Set(laidKeys(ours).flatMap((text) => only(asked.get(text)))))
}

describe('by what both lay and ask', () => {
  test.each([
    ['Youssef el Amrani', 'Yousef Amrani'],
    ['Youssef Benali', 'Yusuf Ben Ali'],
    ['Jan van den Berg', 'Jan Vandenberg'],
    ['Şükrü Yılmaz', 'Sukru Yilmaz'],
    ['محمد حسن', 'Mohammed Hassan'],
    ['Amrani Youssef', 'Youssef Amrani'],
    ['Michał Kowalski', 'Michal Kovalski'],
    ['Fatima el Idrissi-Bakker', 'Fatima Bakker'],
    ['Sjaak de Wit', 'Jaak de Wit'],
    ['Ruud Jansen', 'Ruud Janssen'],
    ['Олександр Шевченко', 'Oleksandr Shevchenko'],
    ['Philmon Tesfamichael', 'Filmon Tesfamikael'],
  ])('%s and %s meet, with a year, a day or neither', (one, other) => {
    expect(classOf(known(one), known(other))).toBe('likely')
    expect(classOf(known(other), known(one))).toBe('likely')
    expect(classOf(known(one, { birthYear: 1988 }), known(other, born('1988-04-07')))).toBe('likely')
    expect(classOf(known(one), known(other, born('1988-04-07')))).toBe('likely')
    expect(classOf(known(one, { birthYear: 1988 }), known(other))).toBe('likely')
  })
  test.each([
    ['Piet Bakker', 'Sanne Yilmaz'],
    ['Mohamed Haddad', 'Mohamed Yilmaz'],
    ['Jan de Vries', 'Jeroen de Vries'],
    ['Karim', 'Karim Haddad'],
    ['', 'Jan'],
  ])('%s and %s don’t', (one, other) => {
    expect(classOf(known(one, { birthYear: 1988 }), known(other, born('1988-04-07')))).toBeNull()
    expect(classOf(known(one), known(other))).toBeNull()
  })
  test('a namesake of another year doesn’t', () => {
    const told = known('Karim Haddad', { birthYear: 1980 })
    expect(classOf(told, known('Karim Haddad', born('1988-04-07')))).toBeNull()
    expect(
      classOf(known('Karim Haddad', born('1980-04-07')), known('Karim Haddad', { birthYear: 1988 })),
    ).toBeNull()
  })
  test('a letter for a name meets who wrote it in full, and two in full never by their letter', () => {
    const year = { birthYear: 1988 }
    expect(classOf(known('J. de Vries', year), known('Jan de Vries', year))).toBe('likely')
    expect(classOf(known('Jan de Vries', year), known('J. de Vries', year))).toBe('likely')
    expect(classOf(known('J. de Vries', year), known('J de Vries', year))).toBe('likely')
    expect(classOf(known('K. de Vries', year), known('Jan de Vries', year))).toBeNull()
  })
  test('a day or a number makes it surer; a number alone is shared', () => {
    const [phone, day] = [{ phone: '+31612345678' }, born('1988-04-07')]
    expect(classOf(known('Karim Haddad', day), known('Kareem Haddad', day))).toBe('same')
    expect(classOf(known('Karim Haddad', phone), known('Haddad Karim', phone))).toBe('same')
    expect(classOf(known('Karim', day), known('Karim Haddad', day))).toBe('likely')
    expect(classOf(known('Karim', phone), known('K. Haddad', phone))).toBe('possible')
    expect(classOf(known('Piet Bakker', phone), known('Sanne Yilmaz', phone))).toBe('possible')
    expect(classOf(known('Karim Haddad', born('1989-04-07')), known('Karim Haddad', day))).toBe('likely')
    expect(classOf(known('Karim', born('1988-07-04')), known('Karim Haddad', day))).toBe('possible')
  })
})

const someone = fc.record({
  name: fc.oneof(fc.constantFrom('Jan de Vries', 'Ali Hassan', 'J. el Amrani'), fc.string({ maxLength: 60 })),
  birthYear: fc.option(fc.integer({ min: 1950, max: 2010 })),
  phone: fc.option(fc.constantFrom('+31612345678', '+31687654321')),
})
test('of anybody there is a bounded number of texts, each once, and whoever bears two words is found by himself', () => {
  fc.assert(
    fc.property(someone, ({ name, birthYear, phone }) => {
      const he = known(name, { birthYear, phone })
      const laid = laidKeys(he)
      expect(new Set(laid).size).toBe(laid.length)
      expect(laid.length).toBeLessThan(4000)
      for (const kind of askedKeys(he).values()) expect(keyKinds).toContain(kind)
      const whole = he.names[0]?.words.filter(({ word }) => word.length > 1) ?? []
      if (whole.length > 1 || phone) expect(classOf(he, he)).not.toBeNull()
    }),
  )
})
test('nothing is sure by nothing, and more never makes it less sure', () => {
  const order = ['same', 'likely', 'possible', null]
  fc.assert(
    fc.property(fc.subarray([...keyKinds]), fc.constantFrom(...keyKinds), (some, more) => {
      const [before, after] = [classOfKinds(new Set(some)), classOfKinds(new Set([...some, more]))]
      expect(order.indexOf(after)).toBeLessThanOrEqual(order.indexOf(before))
    }),
  )
  expect(classOfKinds(new Set())).toBeNull()
})
