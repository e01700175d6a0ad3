import { type Day, readDay } from '#domain/day.ts'

/** Longer text is not a day. */
const longest = 60

const monthNames: readonly (readonly string[])[] = [
  ['januari', 'jan', 'january'],
  ['februari', 'feb', 'febr', 'february'],
  ['maart', 'mrt', 'mar', 'march'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['augustus', 'aug', 'august'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'oct', 'october'],
  ['november', 'nov'],
  ['december', 'dec'],
]
const monthOf = new Map(monthNames.flatMap((names, at) => names.map((name) => [name, at + 1] as const)))

const weekday =
  /^(?:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?)[.,]?\s+/
const clock = /[t\s,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:z|uur|[+-]\d{2}:?\d{2})?$/

/**
 * Reads a day as people type it: `3-11-2026`, `3/11/26`, `3 nov. 2026`, `di 3 november 2026`, `03.11.2026`,
 * `2026-11-03`, `November 3, 2026`. The day comes before the month, as in the Netherlands; a time behind it is
 * dropped. Of a year in two digits the nearest is meant that lies at most ten years after `today`. `null` for
 * anything else, also for a day that does not exist and for a year outside 1900 to 2200.
 */
export function readTypedDay(text: string, { today }: { today: Day }): Day | null {
  if (text.length > longest) return null
  const typed = text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .trim()
    .toLowerCase()
    .replace(clock, '')
    .replace(weekday, '')
  const parts = partsOf(typed)
  return parts && dayOf(parts, today)
}

interface Parts {
  readonly day: string
  readonly month: string | number
  readonly year: string
}

function partsOf(typed: string): Parts | null {
  const yearFirst = /^(\d{4})\s*([-/. ])\s*(\d{1,2})\s*\2\s*(\d{1,2})$/.exec(typed)
  if (yearFirst) return { year: yearFirst[1] ?? '', month: yearFirst[3] ?? '', day: yearFirst[4] ?? '' }
  const dayFirst = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{2}|\d{4})\.?$/.exec(typed)
  if (dayFirst) return { day: dayFirst[1] ?? '', month: dayFirst[2] ?? '', year: dayFirst[3] ?? '' }
  // Eight digits: no year from 1900 on reads as a month, so only one of the two orders can be a day.
  const bare = /^(\d{2})(\d{2})(\d{4})$/.exec(typed)
  if (bare && Number(bare[2]) <= 12 && Number(bare[3]) >= 1900)
    return { day: bare[1] ?? '', month: bare[2] ?? '', year: bare[3] ?? '' }
  const bareYearFirst = /^(\d{4})(\d{2})(\d{2})$/.exec(typed)
  if (bareYearFirst)
    return { year: bareYearFirst[1] ?? '', month: bareYearFirst[2] ?? '', day: bareYearFirst[3] ?? '' }
  return withMonthName(typed)
}

function withMonthName(typed: string): Parts | null {
  const named =
    /^(?<day>\d{1,2})(?:e|ste|de|st|nd|rd|th)?[\s./-]*(?:of\s+)?(?<month>[a-z]{3,9})[\s.,/'-]*(?<year>\d{2}|\d{4})$/.exec(
      typed,
    ) ??
    /^(?<month>[a-z]{3,9})[\s.-]*(?<day>\d{1,2})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(?<year>\d{2}|\d{4})$/.exec(
      typed,
    )
  const month = monthOf.get(named?.groups?.month ?? '')
  return month ? { day: named?.groups?.day ?? '', month, year: named?.groups?.year ?? '' } : null
}

function dayOf({ day, month, year }: Parts, today: Day): Day | null {
  const full = year.length === 2 ? nearestYear(Number(year), today) : Number(year)
  return readDay([String(full).padStart(4, '0'), pad(month), pad(day)].join('-'))
}
const pad = (part: string | number) => String(part).padStart(2, '0')

/** A child due in '27 is of 2027, a mother of '98 is of 1998. */
function nearestYear(twoDigits: number, today: Day): number {
  const latest = today.year + 10
  return latest - ((((latest - twoDigits) % 100) + 100) % 100)
}

/** The day before Excel's first: its calendar counts a 29 February 1900 that never was. */
const excelStart = Temporal.PlainDate.from('1899-12-30')
const excelFirst = 61

/**
 * The day behind a serial number, as spreadsheets keep days (1 January 1900 is 1; a time is the fraction). `null`
 * before March 1900 and after 2200.
 */
export function readExcelDay(serial: number): Day | null {
  if (!Number.isFinite(serial) || serial < excelFirst || serial > 110_000) return null
  return readDay(excelStart.add({ days: Math.floor(serial) }).toString())
}
