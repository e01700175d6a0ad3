import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameWords, soundKeys } from '#domain/person/name-key.ts'
import { alike, nameLikeness } from '#domain/person/name-likeness.ts'
import { toLatin } from '#domain/person/transliterate.ts'

const same: [string, string][] = [
  // Arabic names in Dutch, French, English, Turkish and their own spelling
  ['Mohammed', 'Mohamed'],
  ['Mohammed', 'Muhammad'],
  ['Mohammed', 'محمد'],
  ['Mohammed', 'Mehmet'],
  ['Fatma', 'Fatima'],
  ['Fatima', 'Fatimah'],
  ['Fatima', 'فاطمة'],
  ['Yusra', 'Yousra'],
  ['Yusra', 'Jusra'],
  ['Yusra', 'يسرى'],
  ['Aïcha', 'Aisha'],
  ['Ayşe', 'Aisha'],
  ['Rachid', 'Rashid'],
  ['Jamila', 'Djamila'],
  ['Jamila', 'Cemile'],
  ['Khadija', 'Hatice'],
  ['Ahmed', 'Achmed'],
  ['Samira El-Khatib', 'Samira Khatib'],
  ['Samira Elkhatib', 'Samira al Khatib'],
  ['Samira الخطيب', 'samira el khatib'],
  // Turkish
  ['Şeyma Yıldız', 'Seyma Yildiz'],
  ['Özlem Çelik', 'ozlem celik'],
  ['İrem Güneş', 'irem gunes'],
  ['Gülşen', 'Gulsen'],
  // Dutch
  ['Marijke van den Berg', 'Maryke Berg'],
  ['Zoë de Wit', 'Zoe de Witt'],
  ['Wijnand', 'Wynand'],
  ['Thea Jansen', 'Tea Janssen'],
  ['Sophie', 'Sofie'],
  // Polish and Ukrainian
  ['Małgorzata', 'Malgorzata'],
  ['Agnieszka', 'Agnieska'],
  ['Grażyna', 'Grazyna'],
  ['Kowalczyk', 'Kovalchyk'],
  ['Оксана Шевченко', 'Oksana Shevchenko'],
  // Tigrinya
  ['ሰላም', 'Selam'],
  ['ሃና', 'Hana'],
  // Slips
  ['Lindiwe', 'Lindwie'],
  ['Esther', 'Ester'],
]
const different: [string, string][] = [
  ['Anna', 'Noa'],
  ['Fatima', 'Farida'],
  ['Maria', 'Marieke'],
  ['Samira', 'Amina'],
  ['Johanna', 'Jasmina'],
  ['Sara', 'Zeynep Osman'],
]

describe('names', () => {
  test.each(same)('%s and %s may be the same name', (one, other) => {
    expect(nameLikeness(one, other)).toBeGreaterThanOrEqual(alike)
  })
  test.each(different)('%s and %s are two names', (one, other) => {
    expect(nameLikeness(one, other)).toBeLessThan(alike)
  })
  test('particles fall away, unless there is nothing else', () => {
    expect(nameWords("Noor van 't Hof")).toEqual(['noor', 'hof'])
    expect(nameWords('El Ben')).toEqual(['el', 'ben'])
  })
  test('likeness stays within 0 and 1, and a name is like itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const likeness = nameLikeness(a, b)
        expect(likeness).toBeGreaterThanOrEqual(0)
        expect(likeness).toBeLessThanOrEqual(1)
        if (nameWords(a).length > 0) expect(nameLikeness(a, a)).toBe(1)
      }),
    )
  })
  test('every text becomes words of plain letters, and a sound', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof toLatin(text)).toBe('string')
        for (const word of nameWords(text)) {
          expect(word).toMatch(/^[a-z]{1,40}$/)
          for (const key of soundKeys(word)) expect(key).toMatch(/^[A-Z]*$/)
        }
      }),
    )
  })
})
