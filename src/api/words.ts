import type { ApiCode } from '#domain/service/api-description.ts'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

const catalogues = { nl, en }
export type ApiLanguage = keyof typeof catalogues
export type ApiWord = keyof typeof nl

export interface Say {
  (word: ApiWord, values?: Readonly<Record<string, string | number>>): string
  readonly language: ApiLanguage
  /** Is there a word for a code that comes from elsewhere? */
  has(word: string): word is ApiWord
  /** With its blanks still in it, as `…`. */
  asWritten(word: ApiWord): string
}

/** The API's words in one language. Values come in as they are: what is made of them escapes them. */
export const sayIn = (language: ApiLanguage): Say =>
  Object.assign(
    (word: ApiWord, values: Readonly<Record<string, string | number>> = {}) =>
      catalogues[language][word].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? '')),
    {
      language,
      has: (word: string): word is ApiWord => Object.hasOwn(nl, word),
      asWritten: (word: ApiWord) => catalogues[language][word].replace(/\{\{\w+\}\}/g, '…'),
    },
  )

/** Dutch or English, whichever an Accept-Language header likes better (RFC 9110, 12.5.4); Dutch if it says neither. */
export function languageOf(header: string | null): ApiLanguage {
  const wanted = (header ?? '')
    .slice(0, 300)
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((one) => /^\s*q\s*=\s*([01](\.\d{1,3})?)\s*$/.exec(one)?.[1])[0]
      return { language: range.split('-')[0], quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
  return wanted.find(({ language }) => language === 'nl' || language === 'en')?.language === 'en'
    ? 'en'
    : 'nl'
}

/** All codes of ours of one sort, with what is said of them. */
export const codesOf = (sort: 'problem.' | 'field.' | 'note.', say: Say): readonly ApiCode[] =>
  (Object.keys(nl) as ApiWord[])
    .filter((word) => word.startsWith(sort))
    .map((word) => ({ code: word.slice(sort.length), title: say.asWritten(word) }))
