import i18next from 'i18next'
import { type Day, dayNumber } from '#domain/day.ts'
import type { Cents } from '#domain/money.ts'
import type { Month } from '#domain/month.ts'
import type { People } from '#domain/programme/people.ts'
import { en as anybodyEn, nl as anybodyNl } from './anybody.ts'
import { en, nl } from './catalogue.ts'
import type { Language } from './language.ts'

type Base<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key
/** Every word the product has. A plural (`…_one`, `…_other`) is asked for by its stem, with `count`. */
export type WordKey = Base<keyof typeof nl>

export interface T {
  (key: WordKey, values?: Record<string, string | number>): string
  readonly language: Language
  /** `di 3 november`; with the year when it is not this year's. */
  day(day: Day, today?: Day): string
  /** `3 november 2026` */
  longDay(day: Day): string
  /** `november 2026` */
  month(month: Month): string
  /** `€ 12,30` */
  money(cents: Cents): string
  /** `Tigrinya` for `ti`, in the reader's language. */
  languageName(code: string): string
  /** The same words as they are said of these people. */
  of(people: People): T
  /** Is there a word for a key that was put together? For codes that come from outside. */
  has(key: string): key is WordKey
}

type Say = (key: WordKey, values?: Record<string, string | number>) => string

const catalogues = { nl, en }

const i18n = i18next.createInstance()
i18n.init({
  resources: { nl: { translation: nl }, en: { translation: en } },
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
})

const ofAnybody: Record<Language, Readonly<Record<string, string>>> = { nl: anybodyNl, en: anybodyEn }

const speakers: Record<Language, T> = { nl: speaker('nl'), en: speaker('en') }
/** The words of one language. */
export const wordsIn = (language: Language): T => speakers[language]

function speaker(language: Language): T {
  const women = speakerOf(language, {})
  const anybody = speakerOf(language, ofAnybody[language])
  const of = (people: People): T => (people === 'anybody' ? spoken.anybody : spoken.women)
  const spoken = { women: Object.assign(women, { of }), anybody: Object.assign(anybody, { of }) }
  return spoken.women
}

/** What stands in `instead` goes before the catalogue. */
function speakerOf(language: Language, instead: Readonly<Record<string, string>>): Omit<T, 'of'> & Say {
  const known = i18n.getFixedT(language)
  const fixed = (key: string, values?: Record<string, unknown>): string =>
    instead[key] ?? (values ? known(key, values) : known(key))
  // Most words have no blanks to fill; a page of 50 rows asks for the same few hundreds of times.
  const plain = new Map<string, string>()
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB'
  const inThisYear = remembered(locale, { weekday: 'short', day: 'numeric', month: 'long' })
  const inOtherYear = remembered(locale, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' })
  const languageNames = once(() => new Intl.DisplayNames(locale, { type: 'language' }))
  const euros = once(() => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }))
  const plurals = once(() => new Intl.PluralRules(locale))
  // The word with its blanks, cut at them: text, name, text, name, text.
  const cut = new Map<string, readonly string[]>()
  const fill = (key: string, values: Record<string, string | number>): string => {
    const { count } = values
    const form = typeof count === 'number' ? `${key} ${plurals().select(count)}` : key
    let pieces = cut.get(form)
    if (!pieces) {
      pieces = fixed(key, { ...values, skipInterpolation: true }).split(/{{\s*(\w+)\s*}}/)
      cut.set(form, pieces)
    }
    let filled = ''
    for (let at = 0; at < pieces.length; at += 1) {
      const piece = pieces[at] ?? ''
      filled += at % 2 === 0 ? piece : (values[piece] ?? '')
    }
    return filled
  }
  const say = (key: string, values?: Record<string, string | number>): string => {
    if (values) return fill(key, values)
    const before = plain.get(key)
    if (before !== undefined) return before
    const word = fixed(key)
    plain.set(key, word)
    return word
  }
  return Object.assign(say, {
    language,
    day: (day: Day, today?: Day) => (today && today.year !== day.year ? inOtherYear : inThisYear)(day),
    longDay: remembered(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
    month: remembered(locale, { month: 'long', year: 'numeric' }),
    money: (cents: Cents) => euros().format(cents / 100),
    languageName: (code: string) => {
      try {
        return languageNames().of(code) ?? code
      } catch {
        return code
      }
    },
    has: (key: string): key is WordKey => key in catalogues[language],
  })
}

/** Made when it is first asked for: formatters are slow to make, and a start waits for none of them. */
function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Some ten years of days. */
const daysKept = 4_000

/** Putting a day in words costs more than all else in a row of a list, and a list is about the same few hundred days. */
function remembered(locale: string, options: Intl.DateTimeFormatOptions): (day: Day) => string {
  const format = once(() => new Intl.DateTimeFormat(locale, options))
  const known = new Map<number, string>()
  return (day) => {
    const key = dayNumber(day)
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= daysKept) known.clear()
    const words = format().format(day)
    known.set(key, words)
    return words
  }
}
