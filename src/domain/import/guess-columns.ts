import type { Day } from '#domain/day.ts'
import {
  childWords,
  motherWords,
  plainHeading,
  referrerWords,
  subjectOf,
} from '#domain/import/heading-words.ts'
import { type ImportField, mayRepeat } from '#domain/import/import-field.ts'
import { saysNothing } from '#domain/import/tidy-cell.ts'
import { emailInput, postcodeInput } from '#domain/person/person.ts'
import { readPhone } from '#domain/person/phone.ts'
import { readTypedDay } from '#domain/typed-day.ts'

/** What a column probably holds, and how sure we are: 1 its heading says so, 0.5 only its values look like it. */
export interface Guess {
  readonly field: ImportField | null
  readonly certainty: number
}
const none: Guess = { field: null, certainty: 0 }

/** What a heading says by itself, without looking at what stands under it. */
export function guessHeading(heading: string): Guess {
  const plain = plainHeading(heading)
  if (plain === '') return none
  const whole = motherWords.find(([, pattern]) => pattern.test(plain))
  if (whole) return { field: whole[0], certainty: 1 }
  const { subject, stated, rest } = subjectOf(plain)
  if (!stated) return within(plain)
  if (subject === 'other') return none
  const words = { mother: motherWords, child: childWords, referrer: referrerWords }[subject]
  const found = words.find(([, pattern]) => pattern.test(rest))
  if (found) return { field: found[0], certainty: 1 }
  if (subject === 'referrer') return { field: 'referrer', certainty: 0.6 }
  return subject === 'mother' ? within(rest) : within(plain)
}

/** A long heading, such as a question, with a word in it that tells. */
const telling: readonly (readonly [ImportField, RegExp])[] = [
  ['agreed', /\b(toestemming|akkoord|consent|agree[ds]?)\b/],
  ['firstChild', /\b(eerste|1e|1ste|first) (kind\w*|baby|child)\b/],
  ['childDay', /\b(uitgerekend\w*|due)\b.*\b(geb\w*|born)\b|\b(geb\w*|born)\b.*\b(uitgerekend\w*|due)\b/],
  ['childDueOn', /\b(uitgerekend\w*|due date|a terme)\b/],
  ['childDay', /\bgeb\w*( datum| dat)? (van )?(het |haar )?(jongste )?(kind\w*|baby)\b/],
  ['birthDay', /\b(geboortedatum|geb ?datum|date of birth|birth date)\b/],
  ['email', /\be ?mail\w*\b/],
  ['phone', /\b(telefoon\w*|mobiel\w*|phone|06 nummer)\b/],
  ['postcode', /\bpost ?code\b/],
  ['interpreter', /\btolk\b/],
  ['language', /\b(taal|talen|languages?)\b/],
  ['reachWhen', /\b(bereikbaar\w*|wanneer|beste tijd)\b/],
  ['given', /\bvoornaam\b/],
  ['family', /\bachternaam\b/],
  ['name', /\bnaam\b/],
  ['words', /\b(opmerking\w*|bijzonderheden|toelichting|reden|notitie\w*|remarks?|aanmeld\w*)\b/],
]
function within(plain: string): Guess {
  const found = telling.find(([, pattern]) => pattern.test(plain))
  return found ? { field: found[0], certainty: 0.7 } : none
}

/**
 * The field of every column, from its heading and some of its values. A field that only one column may hold goes to
 * the surest column, the first if they are equally sure; a second phone number is kept among the remarks.
 */
export function guessColumns(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  today: Day,
): readonly Guess[] {
  const guesses = headings.map((heading, at) => {
    const said = guessHeading(heading)
    return said.field
      ? said
      : guessValues(
          rows.map((row) => row[at] ?? ''),
          today,
        )
  })
  const order = guesses
    .map((_, at) => at)
    .sort((a, b) => certaintyAt(guesses, b) - certaintyAt(guesses, a) || a - b)
  const taken = new Set<ImportField>()
  const settled: Guess[] = guesses.map(() => none)
  for (const at of order) {
    const guess = guesses[at] ?? none
    if (guess.field && taken.has(guess.field) && !mayRepeat(guess.field))
      settled[at] = guess.field === 'phone' ? { field: 'words', certainty: 0.5 } : none
    else settled[at] = guess
    if (guess.field) taken.add(guess.field)
  }
  return settled
}
const certaintyAt = (guesses: readonly Guess[], at: number) => guesses[at]?.certainty ?? 0

/** What the values under a heading that says nothing look like; nine in ten must look alike. */
function guessValues(cells: readonly string[], today: Day): Guess {
  const values = cells.filter((cell) => !saysNothing(cell)).slice(0, 50)
  const most = (is: (value: string) => boolean) =>
    values.length >= 2 && values.filter(is).length >= values.length * 0.9
  const certainty = 0.5
  if (most((value) => emailInput.safeParse(value).success)) return { field: 'email', certainty }
  if (most((value) => postcodeInput.safeParse(value).success)) return { field: 'postcode', certainty }
  const days = values.flatMap((value) => readTypedDay(value, { today }) ?? [])
  if (values.length >= 2 && days.length >= values.length * 0.9) {
    const grown = days.filter((day) => day.until(today, { largestUnit: 'years' }).years >= 14)
    return { field: grown.length > days.length / 2 ? 'birthDay' : 'childDay', certainty }
  }
  if (most((value) => readPhone(value) !== null)) return { field: 'phone', certainty }
  return none
}
