import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameWords } from '#domain/person/name-key.ts'
import { alike, nameLikeness, nameWord, wordLikeness } from '#domain/person/name-likeness.ts'
import { NameTable } from './name-table.ts'
import { beginning } from './vocabulary.ts'

const pick = (words: string) => fc.constantFrom(...words.split(' '))
const known = pick(
  'Fatima Fatma Yusra Khadija Aïcha Jamila Ayşe Gülşen Çiğdem Małgorzata Agnieszka Łucja Oksana Selam Winta Anna Noa Noor Maria Mariam Sanne Eefje Wijnand Christiane Alexandra يسرى فاطمة محمد Оксана ሰላም Bernadette-Josephine',
)
const family = pick(
  'Yıldız Yilmaz El-Khatib Elkhatib Jansen Janssen Berg Shevchenko Шевченко Kowalczyk Wiśniewska Gebremedhin IJsselstein Haddad Li Ait Öztürk Vries',
)
const syllables = fc
  .array(pick('ka mo ri sch el ba nou tie zja che wi ph ann ij oe ou ck th'), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(''))
const name = fc.oneof(
  fc.tuple(known, family).map((words) => words.join(' ')),
  fc.tuple(syllables, syllables).map((words) => words.join(' ')),
  // One word twice: some are called so, and some forms are filled in so.
  known.map((word) => `${word} ${word}`),
  known,
)

/** What somebody on the phone makes of it: a letter lost, doubled, changed or swapped, or another way to write it. */
const slip = fc.tuple(
  fc.nat(),
  fc.constantFrom('lose', 'double', 'change', 'swap', 'write'),
  pick('a e k s t'),
)
const slipped = (text: string, [where, kind, letter]: [number, string, string]): string => {
  const at = where % Math.max(1, text.length)
  const [before, here, after] = [text.slice(0, at), text[at] ?? '', text.slice(at + 1)]
  if (kind === 'lose') return before + after
  if (kind === 'double') return before + here + here + after
  if (kind === 'change') return before + letter + after
  if (kind === 'swap') return before + after.slice(0, 1) + here + after.slice(1)
  return text.replace(/ou|ij|kh|ch|ph|th|y|k|w|z/, (one) => otherwise[one] ?? one)
}
const otherwise: Readonly<Record<string, string>> = {
  ...{ ou: 'oe', ij: 'y', kh: 'ch', ch: 'sj', ph: 'f', th: 't', y: 'j', k: 'c', w: 'v', z: 's' },
}

/** Every name weighed: what the table must give, whatever it leaves out on the way. */
function scanned(names: readonly string[], text: string): { personId: string; likeness: number }[] {
  const asked = nameWords(text).map(nameWord)
  if (asked.length === 0) return []
  return names
    .map((one, at) => {
      const words = nameWords(one).map(nameWord)
      const bests = asked.map((word) =>
        Math.max(0, ...words.map((its) => Math.max(wordLikeness(word, its), beginning(word, its)))),
      )
      const found = bests.every((best) => best >= alike)
      return { personId: id(at), likeness: found ? bests.reduce((a, b) => a + b, 0) / asked.length : 0 }
    })
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || (a.personId < b.personId ? -1 : 1))
}
const id = (at: number) => `01890a5d-ac96-774b-8000-${String(at).padStart(12, '0')}`
const tableOf = (names: readonly string[]) => {
  const table = new NameTable()
  for (const [at, one] of names.entries()) table.put(id(at), one, 1)
  return table
}
const asSeen = (hits: readonly { personId: string; likeness: number }[]) =>
  hits.map(({ personId, likeness }) => `${personId} ${likeness.toFixed(9)}`)

describe('a table of names', () => {
  test('finds what weighing every name finds, in the same order, also after slips and begun words', () => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 60 }),
        fc.nat(),
        fc.array(slip, { maxLength: 2 }),
        fc.option(fc.nat(12), { nil: null }),
        (names, which, slips, begun) => {
          const meant = names[which % names.length] ?? ''
          const written = slips.reduce(slipped, meant)
          const text = begun === null ? written : written.slice(0, begun)
          expect(asSeen(tableOf(names).search(text, 30))).toEqual(asSeen(scanned(names, text).slice(0, 30)))
        },
      ),
      { numRuns: 500 },
    )
  })
  test('finds in whatever was typed what weighing finds', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 20 }), fc.string({ unit: 'grapheme' }), (names, text) => {
        expect(asSeen(tableOf(names).search(text, 10))).toEqual(asSeen(scanned(names, text).slice(0, 10)))
      }),
    )
  })
  test('holds no more and no less than what was put and dropped', () => {
    const step = fc.record({ who: fc.nat(9), name: fc.option(name, { nil: null }) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), name, (steps, text) => {
        const table = new NameTable()
        const held = new Map<string, string>()
        for (const { who, name: called } of steps) {
          if (called === null) table.drop(id(who))
          else table.put(id(who), called, 1)
          if (called === null) held.delete(id(who))
          else held.set(id(who), called)
        }
        expect(table.size).toBe(held.size)
        const names = Array.from({ length: 10 }, (_, at) => held.get(id(at)) ?? '')
        expect(asSeen(table.search(text, 30))).toEqual(asSeen(scanned(names, text)))
      }),
    )
  })
  test('says how like two names are as weighing them does', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        const table = tableOf([one])
        expect(table.likenessTo(other)(id(0), 1)).toBe(nameLikeness(other, one))
        expect(table.likenessTo(other)(id(0), 2)).toBeNull()
        expect(table.likenessTo(other)(id(1), 1)).toBeNull()
      }),
    )
  })
  test('stays whole as it grows', () => {
    const names = Array.from(
      { length: 3000 },
      (_, at) => `Anna${String.fromCharCode(97 + (at % 26), 97 + (Math.floor(at / 26) % 26))}`,
    )
    const table = tableOf(names)
    expect(table.search('Annaab', 5000)).toHaveLength(scanned(names, 'Annaab').length)
    expect(table.size).toBe(3000)
  })
})
