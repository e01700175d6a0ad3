import { nobodysWords, sentenceOpeners, twoLetterWords } from '#domain/redaction/plain-words.ts'
import type { TraceKind } from '#domain/redaction/trace.ts'

/** A place in a text that looks like this kind of trace, whoever it is of. */
export interface Span {
  readonly kind: TraceKind
  readonly start: number
  readonly end: number
}
type Detector = (text: string) => readonly Span[]

const month =
  'jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|march|mar|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|aug(?:ustus|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const weekday =
  'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday'
const ordinal = '(?:ste|de|e|st|nd|rd|th)?'
const year = "(?:\\d{4}|['’]\\d{2})"
const street =
  'straat|str\\.|laan|weg|plein|gracht|kade|singel|hof|dijk|pad|steeg|dreef|plantsoen|park|boulevard|markt|haven|wal|ring|erf|baan|oord|veld|kamp|zoom|donk|street|road|avenue|lane|square|drive'
/** What stands behind a house number. */
const addition =
  '(?:\\s?[-/]\\s?[\\p{L}\\d]{1,4}|\\s?(?:hs|bis|huis|boven|[a-z](?!\\p{L})|\\p{Lu}{1,2}(?!\\p{L})))?'
const school =
  '(?:basis|voor|kleuter|peuter|brede|montessori)?school|kinderdagverblijf|kdv|cr[eè]che|peuterspeelzaal|(?:kinder|peuter)?opvang|bso|obs|cbs|college|lyceum|gymnasium|mavo|havo|nursery|kindergarten|day ?care|primary|academy'
const proper =
  "(?:(?:de|het|'t|the|van|der|den|st\\.|sint)\\s+)*\\p{Lu}[\\p{L}'’.-]*(?:\\s+\\p{Lu}[\\p{L}'’-]*)*"

const each = (kind: TraceKind, pattern: RegExp, holds?: (found: RegExpExecArray) => boolean): Detector => {
  return (text) =>
    [...text.matchAll(pattern)]
      .filter((found) => !holds || holds(found))
      .map((found) => ({ kind, start: found.index, end: found.index + found[0].length }))
}

const digitsIn = (text: string): string => text.replace(/\D/g, '')
const beginsPlainly = ([found]: RegExpExecArray): boolean =>
  [nobodysWords, sentenceOpeners].some((words) => words.has((found.split(/\s/)[0] ?? '').toLowerCase())) ||
  /^(?:week|weken|groep|bijeenkomst|bezoek|fase|stap|dag|group|session|visit|phase|step|day|page|pagina)\b/i.test(
    found,
  )

const email = each(
  'email',
  /[\p{L}\d._%+-]+(?:@|\s@\s|\s?[[(](?:at|apenstaartje)[\])]\s?)[\p{L}\d-]+(?:\s?(?:\.|[[(](?:dot|punt)[\])])\s?[\p{L}\d-]+)*\.?\p{L}{2,}/giu,
)
const phone = each(
  'phone',
  /(?<![\p{L}\d])(?:\+|00)?\(?\d(?:[\s.\-‐-―/()]{0,3}\d){7,14}(?!\d)/gu,
  ([found]) => /^(?:\+|\(?0)/.test(found) || digitsIn(found).length > 9,
)
const postcode = each(
  'postcode',
  /(?<![\p{L}\d])[1-9]\d{3}\s?\p{L}{2}(?![\p{L}\d])/gu,
  ([found]) =>
    !/\s/.test(found) || !twoLetterWords.has(found.slice(-2).toLowerCase()) || /\p{Lu}{2}$/u.test(found),
)
/** With its number, or written as a name. */
const address = (text: string) => [
  ...each(
    'address',
    new RegExp(
      `(?<!\\p{L})(?:\\p{Lu}[\\p{L}'’.-]*\\s){0,3}\\p{L}{2,}?-?(?:${street})\\s\\d{1,4}${addition}(?!\\p{L})`,
      'gu',
    ),
  )(text),
  ...each(
    'address',
    new RegExp(
      `(?<!\\p{L})(?:\\p{Lu}[\\p{L}'’.-]*\\s){0,3}(?:\\p{Lu}\\p{L}+?(?:${street})|\\p{Lu}\\p{L}+\\s(?:Street|Road|Avenue|Lane|Square|Drive))(?!\\p{L})`,
      'gu',
    ),
  )(text),
  ...each(
    'address',
    new RegExp(
      `(?<!\\p{L})\\p{Lu}[\\p{L}'’-]+(?:\\s(?:van|de|der|den|het)?\\s?\\p{Lu}[\\p{L}'’-]+){0,3}\\s\\d{1,4}${addition}(?![\\p{L}\\d]|[.:]\\d)`,
      'gu',
    ),
    (found) => !beginsPlainly(found),
  )(text),
  ...each(
    'address',
    /(?<!\d)\d{1,4}[a-z]?\s(?:\p{Lu}\p{L}+\s){1,3}(?:Street|Road|Avenue|Lane|Square|Drive|St|Rd)(?!\p{L})/gu,
  )(text),
  ...each('address', /(?<!\p{L})(?:postbus|po box)\s?\d+/giu)(text),
]
const named = new RegExp(`(?<!\\p{L})(?:${school})(?!\\p{L})`, 'iu')
const schools: Detector = (text) => [
  ...each('school', new RegExp(`(?<!\\p{L})\\p{L}+(?:\\s|:\\s)${proper}`, 'gu'), ([found]) =>
    named.test(found.split(/[\s:]/)[0] ?? ''),
  )(text),
  ...each('school', /(?<!\p{L})\p{Lu}[\p{L}'’-]*(?:school|college|lyceum|cr[eè]che)(?!\p{L})/gu)(text),
  ...each(
    'school',
    /(?<!\p{L})(?:St\.?\s)?\p{Lu}[\p{L}'’]+(?:\s\p{Lu}[\p{L}'’]+){0,2}\s(?:Primary|School|Nursery|Academy|College|Kindergarten)(?:\sSchool)?(?!\p{L})/gu,
  )(text),
]
const date: Detector = (text) => [
  ...each('date', /(?<!\d)\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})(?!\d)/g)(text),
  ...each('date', /(?<!\d)(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/g)(text),
  ...each(
    'date',
    new RegExp(
      `(?<!\\d)\\d{1,2}${ordinal}(?:\\s|-)(?:of\\s)?(?:${month})\\.?,?(?:\\s|-)${year}(?!\\d)`,
      'giu',
    ),
  )(text),
  ...each(
    'date',
    new RegExp(`(?<!\\p{L})(?:${month})\\.?\\s\\d{1,2}${ordinal},?\\s${year}(?!\\d)`, 'giu'),
  )(text),
  ...each(
    'date',
    new RegExp(
      `(?<=(?:geboren|born|jarig|birthday|verjaardag)\\D{0,12})\\d{1,2}${ordinal}(?:\\s|-)(?:of\\s)?(?:${month}|\\d{1,2})(?!\\p{L})`,
      'giu',
    ),
  )(text),
]
const number: Detector = (text) => [
  ...each('number', /(?<!\d)\d(?:[\s.\-‐-―_/]{0,2}\d){5,}(?!\d)/gu)(text),
  ...each('number', /(?<![\p{L}\d])NL\d{2}\s?[A-Z]{4}(?:\s?\d){10}(?!\d)/gu)(text),
]
/** A day, a weekday or a time: where somebody was when. */
const moment: Detector = (text) => [
  ...each(
    'moment',
    new RegExp(`(?<!\\p{L})(?:${weekday})(?:en|s)?(?:ochtend|middag|avond|morning)?(?!\\p{L})`, 'giu'),
  )(text),
  ...each('moment', new RegExp(`(?<!\\d)\\d{1,2}${ordinal}\\s(?:of\\s)?(?:${month})(?!\\p{L})`, 'giu'))(text),
  ...each('moment', new RegExp(`(?<!\\p{L})(?:${month})\\s\\d{1,2}${ordinal}(?!\\d)`, 'giu'))(text),
  ...each('moment', /(?<!\d)(?:[01]?\d|2[0-4])\s?[:.u]\s?[0-5]\d(?:\s?(?:uur|u|am|pm))?(?!\d)/giu)(text),
  ...each('moment', /(?<!\d)\d{1,2}\s?(?:uur|o['’]clock|am|pm)(?!\p{L})/giu)(text),
]

/** In the order in which they win where two say something of the same place. */
export const detectors: readonly Detector[] = [email, date, postcode, schools, address, phone, number]
export const momentDetector: Detector = moment
