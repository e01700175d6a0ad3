import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { blockCodes } from '#domain/match/may-match.ts'
import { en, nl } from '#pages/words/catalogue.ts'
import { useCaseNames } from './use-case-names.ts'

const nlWords: Readonly<Record<string, string>> = nl
const enWords: Readonly<Record<string, string>> = en
const keys = Object.keys(nlWords)

const sources = globSync('{src,programmes}/**/*.{ts,tsx}')
  .filter((file) => !/\.test\.tsx?$|\.words\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const wordFiles = globSync('src/pages/**/*.words.ts').sort()
const every = (pattern: RegExp, from = sources): string[] =>
  from.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, found]) => found ?? ''))

describe('a word', () => {
  test('stands in one file', async () => {
    const seen = new Map<string, string>()
    const twice: string[] = []
    for (const file of wordFiles) {
      const module: { nl: Record<string, string> } = await import(pathToFileURL(path.resolve(file)).href)
      for (const key of Object.keys(module.nl)) {
        const first = seen.get(key)
        if (first) twice.push(`${key}: ${first} and ${file}`)
        seen.set(key, file)
      }
    }
    expect(twice).toEqual([])
    expect([...seen.keys()].sort()).toEqual([...keys].sort())
  })
  test('says something in both languages, with the same blanks', () => {
    const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
    const wrong = keys.filter(
      (key) =>
        !nlWords[key]?.trim() ||
        !enWords[key]?.trim() ||
        blanks(nlWords[key] ?? '').join() !== blanks(enWords[key] ?? '').join(),
    )
    // One visit may be written without its number in one language and with it in the other.
    expect(wrong.filter((key) => !/_(one|other)$/.test(key))).toEqual([])
    const plurals = wrong.filter((key) =>
      [...blanks(nlWords[key] ?? ''), ...blanks(enWords[key] ?? '')].some((name) => name !== 'count'),
    )
    expect(plurals).toEqual([])
  })
  test('that counts does so for one and for more', () => {
    const stems = new Set(
      keys.filter((key) => /_(one|other)$/.test(key)).map((key) => key.replace(/_\w+$/, '')),
    )
    expect([...stems].filter((stem) => !nlWords[`${stem}_one`] || !nlWords[`${stem}_other`])).toEqual([])
  })
  test('is said somewhere', () => {
    const literals = new Set(every(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/g))
    // `desk.fit.${outcome}`: whatever fits in the gap. A gap at the beginning says nothing.
    const patterns = every(/`([a-z][\w-]*\.[^`\n]*\$\{[^`\n]*)`/g).map(
      (template) =>
        new RegExp(
          `^${template
            .replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '\u0000')
            .replaceAll('.', '\\.')
            .replaceAll('\u0000', '[\\w.-]+')}$`,
        ),
    )
    const dead = keys.filter((key) => {
      const stem = key.replace(/_(one|other)$/, '')
      return !literals.has(stem) && !patterns.some((pattern) => pattern.test(stem))
    })
    expect(dead).toEqual([])
  })
  test('in Dutch is one that people use', () => {
    // look.md, Words: no labels, no praise, none of our own jargon, no English where there is Dutch.
    const never =
      /\b(succesvol\w*|slachtoffers?|plegers?|cases?|casus|cli[eë]nt\w*|trajectory|gates?|submit\w*|users?|gebruikers?|dashboard|workflow|tickets?|matchen|gematcht|records?|entit\w+|error|failed|null|undefined|todo|lorem)\b/i
    expect(
      keys
        .filter((key) => never.test((nlWords[key] ?? '').replaceAll(/\{\{\w+\}\}/g, '')))
        .map((key) => `${key}: ${nlWords[key]}`),
    ).toEqual([])
  })
  test('has no typewriter quotes and no loose ends', () => {
    const wrong = keys.flatMap((key) =>
      [nlWords[key] ?? '', enWords[key] ?? '']
        .filter((text) => /\w'\w|\.\.\.|"|\s{2}|^\s|\s$/.test(text))
        .map((text) => `${key}: ${text}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('every code has words', () => {
  const hasWords = (prefix: string, code: string) =>
    `${prefix}${code}` in nlWords && `${prefix}${code}` in enWords
  const without = (prefix: string, codes: Iterable<string>) =>
    [...new Set(codes)].filter((code) => !hasWords(prefix, code)).sort()

  test('for a use case in the access log', () => {
    expect(without('event.', useCaseNames())).toEqual([])
  })
  test('for a refusal that a use case throws', () => {
    expect(without('refusal.', every(/new Refused\(\s*'([a-z-]+)'/g))).toEqual([])
  })
  test('for what stands in the way of a match', () => {
    expect(
      without(
        'refusal.match-',
        blockCodes.map((code) => code.replaceAll('_', '-')),
      ),
    ).toEqual([])
  })
  test('for a refusal of a rule: on the page, at the field, or as the reason of a task', () => {
    // What a FHIR bundle or a row of a list is refused for is said where those are: in the API and beside the row.
    const rules = sources.filter(
      ({ file }) => /^src\/domain\//.test(file) && !/domain\/(fhir|import)\//.test(file),
    )
    const codes = [
      ...every(/\brefuse\(\s*'([a-z-]+)'/g, rules),
      ...every(/Refusals = \[([^\]]*)\]/g, rules).flatMap(quoted),
      ...every(/\bRefusal<([^>]*)>/g, rules).flatMap(quoted),
      ...every(/type \w+Refusal =([^\n]*(?:\n\s+\|[^\n]*)*)/g, rules).flatMap(quoted),
    ]
    const silent = [...new Set(codes)].filter(
      (code) => !hasWords('refusal.', code) && !hasWords('field.', code) && !hasWords('task.reason.', code),
    )
    expect(silent).toEqual([])
  })
  test('for a message that may not leave and becomes a task', () => {
    const rules = sources.filter(({ file }) => /outgoing-check|safe-contact-policy\.ts/.test(file))
    const codes = [
      ...every(/Refusals = \[([^\]]*)\]/g, rules).flatMap(quoted),
      ...every(/reasonCode: '([a-z-]+)'/g),
    ]
    expect(without('task.reason.', codes)).toEqual([])
  })
  test('for a problem with a field', () => {
    const schemas =
      /\.(?:regex|refine|min|max|length|nonempty)\([^()]*(?:\([^()]*\)[^()]*)*,\s*'([a-z]+(?:-[a-z]+)*)',?\s*\)/g
    const codes = [
      ...every(schemas),
      ...every(/z\.(?:email|int|uuid|url)\((?:[^()]*,\s*)?'([a-z]+(?:-[a-z]+)+)'\)/g),
      ...every(
        /message: '([a-z-]+)'/g,
        sources.filter(({ file }) => /^src\/(domain|usecases)\//.test(file)),
      ),
      ...every(/new Invalid\(\{([^}]*)\}\)/g).flatMap((inside) =>
        every(/: '([a-z-]+)'/g, [{ file: '', text: inside }]),
      ),
      ...every(/\b(?:fields|problems|wrong)(?:\.\w+|\[[^\]]+\]) (?:\?\?)?= '([a-z-]+)'/g),
    ]
    expect(codes.length).toBeGreaterThan(40)
    expect(without('field.', codes)).toEqual([])
  })
})

const quoted = (text: string): string[] =>
  [...text.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(([, code]) => code ?? '')
