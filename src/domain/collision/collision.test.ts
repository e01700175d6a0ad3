import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CollisionClass, collisionClasses, weighCollision, weighEmployer } from './collision.ts'
import { comparedName, compareNames, nameMatches } from './compare-names.ts'
import { type Known, nothingKnown } from './known.ts'

const known = (name: string, more: Partial<Known> = {}): Known => ({
  ...nothingKnown,
  names: [comparedName(name)],
  ...more,
})
const compare = (one: string, other: string) => compareNames(comparedName(one), comparedName(other))
const born = (text: string) => ({ birthDay: Temporal.PlainDate.from(text) })
const classOf = (one: Known, other: Known): CollisionClass | null => weighCollision(one, other)?.class ?? null

describe('two names', () => {
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
  ])('%s and %s may be one', (one, other) => {
    expect(['same', 'alike']).toContain(compare(one, other))
  })
  test.each([
    ['J. de Vries', 'Jan de Vries', 'initials'],
    ['Karim', 'Karim Haddad', 'given'],
    ['Mohamed Haddad', 'Mohamed Yilmaz', 'one-word'],
    ['Anna Maria de Wit', 'Anna Maria Bakker', 'partly'],
    ['Piet Bakker', 'Sanne Yilmaz', 'different'],
    ['Ali Hassan', 'Eva Hoekstra', 'different'],
    ['', 'Jan', 'different'],
  ] as const)('%s and %s: %s', (one, other, match) => expect(compare(one, other)).toBe(match))
})

describe('two people', () => {
  test('with one name and one birth day, or one number, are the same', () => {
    expect(
      classOf(known('Karim Haddad', born('1988-04-07')), known('Karim Haddad', born('1988-04-07'))),
    ).toBe('same')
    const phone = '+31612345678'
    expect(classOf(known('Karim Haddad', { phone }), known('K. Haddad', { phone }))).toBe('likely')
    expect(classOf(known('Karim Haddad', { phone }), known('Haddad Karim', { phone }))).toBe('same')
  })
  test('with one name and nothing else known are likely the same', () => {
    expect(classOf(known('Karim Haddad'), known('Kareem Haddad'))).toBe('likely')
  })
  test('with day and month in the other order are likely the same', () => {
    expect(
      weighCollision(known('Karim', born('1988-04-07')), known('Karim Haddad', born('1988-07-04'))),
    ).toEqual({
      class: 'likely',
      score: 6,
      why: ['name-given', 'birth-swapped'],
    })
  })
  test('of whom only a first name is known are nothing, until a year or a number says more', () => {
    expect(classOf(known('Karim'), known('Karim Haddad'))).toBeNull()
    expect(classOf(known('Karim', { birthYear: 1988 }), known('Karim Haddad', born('1988-04-07')))).toBe(
      'possible',
    )
    const phone = '+31612345678'
    expect(classOf(known('Karim', { phone }), known('Karim Haddad', { phone }))).toBe('likely')
  })
  test('with another name and one number are possible: a number is shared', () => {
    const phone = '+31612345678'
    expect(classOf(known('Piet Bakker', { phone }), known('Sanne Yilmaz', { phone }))).toBe('possible')
  })
  test('are held against each other by every name that one of them bears', () => {
    const two = { ...nothingKnown, names: ['Prins', 'Karim Haddad'].map(comparedName) }
    expect(classOf(two, known('Karim Haddad'))).toBe('likely')
  })
  test('whose workplace is an organisation that we work with are told, whatever the form of law', () => {
    expect(weighEmployer('gemeente Rotterdam', 'Gemeente Rotterdam')?.why).toEqual(['works-there'])
    expect(weighEmployer('De Brug', 'Stichting De Brug')?.class).toBe('likely')
    expect(weighEmployer('gemeente Utrecht', 'Gemeente Rotterdam')).toBeNull()
    expect(weighEmployer(null, 'Gemeente Rotterdam')).toBeNull()
  })
})

const given = [
  'Mohamed',
  'Jan',
  'Youssef',
  'Ahmet',
  'Piotr',
  'Kevin',
  'Ali',
  'Bilal',
  'Dennis',
  'Sander',
  'Tesfay',
]
const family = [
  'Yılmaz',
  'de Vries',
  'el Amrani',
  'van den Berg',
  'Benali',
  'Kowalski',
  'Haddad',
  'Jansen',
  'Öztürk',
]
const someName = fc
  .tuple(fc.constantFrom(...given), fc.constantFrom(...family))
  .map((parts) => parts.join(' '))
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2008-12-31'), noInvalidDate: true })
  .map((date) => Temporal.PlainDate.from(date.toISOString().slice(0, 10)))
const someone = fc.record({
  names: fc
    .array(fc.oneof(someName, fc.string({ maxLength: 40 })), { minLength: 1, maxLength: 3 })
    .map((names) => names.map(comparedName)),
  birthDay: fc.option(day),
  birthYear: fc.option(fc.integer({ min: 1950, max: 2008 })),
  phone: fc.option(fc.constantFrom('+31612345678', '+31687654321')),
  organisation: fc.option(fc.constantFrom('Gemeente Rotterdam', 'Stichting De Brug', 'x')),
})

describe('whatever is known', () => {
  test('it is the same from either side', () => {
    fc.assert(
      fc.property(someone, someone, (one, other) => {
        expect(weighCollision(one, other)).toEqual(weighCollision(other, one))
      }),
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (one, other) => {
        expect(nameMatches).toContain(compare(one, other))
        expect(compare(one, other)).toBe(compare(other, one))
      }),
    )
  })
  test('one wrong letter in each name still finds him', () => {
    // From six letters on; a word of three with another letter is another word.
    const long = fc.constantFrom(
      'Mohamed',
      'Youssef',
      'Alexander',
      'Abdelkader',
      'Wojciech',
      'Emmanuel',
      'Sebastiaan',
    )
    const names = fc.constantFrom(
      'Kowalski',
      'Bouzerda',
      'Hoekstra',
      'Demirtas',
      'Ghebremariam',
      'Timmermans',
    )
    const slip = fc.record({ at: fc.nat(), kind: fc.constantFrom('drop', 'swap', 'double', 'other') })
    fc.assert(
      fc.property(long, names, slip, slip, (one, two, a, b) => {
        const found = classOf(known(`${one} ${two}`), known(`${slipped(one, a)} ${slipped(two, b)}`))
        expect(found).not.toBeNull()
      }),
      { numRuns: 300 },
    )
  })
  test('one name and birth days years apart are never likely one person', () => {
    fc.assert(
      fc.property(someName, day, day, (name, one, other) => {
        fc.pre(one.year !== other.year && (one.month !== other.month || one.day !== other.day))
        expect(['possible', null]).toContain(
          classOf(known(name, { birthDay: one }), known(name, { birthDay: other })),
        )
      }),
    )
    fc.assert(
      fc.property(
        someName,
        fc.integer({ min: 1950, max: 2005 }),
        fc.integer({ min: 1, max: 40 }),
        (name, year, off) => {
          const [one, other] = [known(name, { birthYear: year }), known(name, { birthYear: year + off })]
          expect(['possible', null]).toContain(classOf(one, other))
        },
      ),
    )
  })
  test('to know more of the same never makes it less sure', () => {
    fc.assert(
      fc.property(someName, day, (name, birthDay) => {
        const rank = (found: CollisionClass | null) =>
          found ? collisionClasses.length - collisionClasses.indexOf(found) : 0
        expect(rank(classOf(known(name, { birthDay }), known(name, { birthDay })))).toBeGreaterThanOrEqual(
          rank(classOf(known(name), known(name))),
        )
      }),
    )
  })
})

/** A slip of the pen behind the first letter. */
function slipped(word: string, { at, kind }: { at: number; kind: string }): string {
  const where = 1 + (at % (word.length - 2))
  const [before, letter, after] = [word.slice(0, where), word.charAt(where), word.slice(where + 1)]
  if (kind === 'drop') return before + after
  if (kind === 'swap') return before + after.charAt(0) + letter + after.slice(1)
  if (kind === 'double') return before + letter + letter + after
  return `${before}o${after}`
}
