import { describe, expect, test } from 'vitest'
import { peopleOf, peopleOfAll } from '#domain/programme/people.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { programmes } from '#programmes/registry.ts'
import { en, nl } from './anybody.ts'
import { en as allEn, nl as allNl } from './catalogue.ts'
import { wordsIn } from './words.ts'

const father = { terms: { ...evtGroup.terms, people: 'anybody' as const } }
const all: Record<'nl' | 'en', Readonly<Record<string, string>>> = { nl: allNl, en: allEn }
const some: Record<'nl' | 'en', Readonly<Record<string, string>>> = { nl, en }

describe('words for people who need not be women', () => {
  test('are used where the programme is for anybody', () => {
    expect(programmes.map(peopleOf)).toEqual(programmes.map(() => 'women'))
    expect(peopleOf(father)).toBe('anybody')
    expect(peopleOfAll(programmes)).toBe('women')
    expect(peopleOfAll([...programmes, father])).toBe('anybody')
    const t = wordsIn('nl')
    expect(t('intake.rules')).toBe('Past het bij haar?')
    expect(t.of('anybody')('intake.rules')).toBe('Past het?')
    expect(t.of('anybody')('closure.lead', { name: 'Joris' })).toContain('het traject van Joris')
    expect(t.of('anybody').of('women')('intake.rules')).toBe(t('intake.rules'))
    expect(t.of('anybody')('trajectory.tabs')).toBe(t('trajectory.tabs'))
  })
  test.each(['nl', 'en'] as const)('say so without she and her, with the same blanks: %s', (language) => {
    const blanks = (text = '') => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
    const pronoun =
      language === 'nl'
        ? /\b(zij|haar|ze|zijzelf|haarzelf|hij|hem)\b/i
        : /\b(she|her|hers|herself|he|him|his)\b/i
    for (const [key, text] of Object.entries(some[language])) {
      expect(text, key).not.toMatch(pronoun)
      expect(blanks(text), key).toEqual(blanks(all[language][key]))
      expect(text, key).not.toBe(all[language][key])
    }
  })
})
