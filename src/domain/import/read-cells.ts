import type { Day } from '#domain/day.ts'
import type { ReferrerKind, YesNoUnknown } from '#domain/referral/referral-submission.ts'
import { readExcelDay, readTypedDay } from '#domain/typed-day.ts'

/** A day in a cell: typed, or the serial number that a spreadsheet leaves behind when its format was lost. */
export const readDayCell = (cell: string, today: Day): Day | null =>
  /^\d{5}(?:[.,]\d+)?$/.test(cell)
    ? readExcelDay(Number(cell.replace(',', '.')))
    : readTypedDay(cell, { today })

/** Yes, no or not known; a tick counts as yes. `null` for anything else. */
export function readYesNo(cell: string): YesNoUnknown | null {
  // What stands behind it explains it: 'ja, per telefoon', 'nee (wil er over nadenken)'.
  const word = cell
    .toLowerCase()
    .replace(/^(ja|nee|neen|yes|no)\s*[,;:(–-].*$/su, '$1')
    .replace(/[.!]+$/, '')
  if (/^(ja|j|yes|y|x|v|true|waar|1|✓|✔|☑|akkoord|ok|oke|oké|gegeven)$/.test(word)) return 'yes'
  if (/^(nee|neen|n|no|false|onwaar|0|✗|☐|niet|geweigerd)$/.test(word)) return 'no'
  return /^(|\?|onbekend|weet niet|unknown|nvt|n\.v\.t\.?|-)$/.test(word) ? 'unknown' : null
}

/** Is it her first child? Also read from the child's number: `1e`, `tweede`, `3`. */
export function readFirstChild(cell: string): YesNoUnknown | null {
  const word = cell.toLowerCase()
  if (/^(1|1e|1ste|eerste|first|1st)\b/.test(word)) return 'yes'
  if (/^([2-9]|1\d)(e|de|ste|nd|rd|th)?\b|^(tweede|derde|vierde|vijfde|second|third|fourth)\b/.test(word))
    return 'no'
  return readYesNo(cell)
}

/** A whole name in its parts as we keep them: `Khatib, Amina el` is Amina el Khatib; titles are left out. */
export function readFullName(cell: string): { given: string; family: string | null } {
  const name = cell.replace(/^(?:mevr(?:ouw)?|mw|mvr|mrs|ms|mej)\b\.?\s*/i, '').replace(/\s+/g, ' ')
  const [last, first, ...rest] = name.split(/\s*,\s*/)
  if (last && first && rest.length === 0) {
    const [given, ...particles] = first.split(' ')
    return { given: given ?? first, family: [...particles, last].join(' ') }
  }
  const [given, ...family] = name.split(' ')
  return { given: given || name, family: family.join(' ') || null }
}

export interface AddressParts {
  readonly street: string | null
  readonly houseNumber: string | null
  readonly postcode: string | null
  readonly place: string | null
}

const postcode = /\b([1-9]\d{3})\s?([a-z]{2})\b/i

/** An address on one line: `Dorpsstraat 12a, 3011 AB Rotterdam`, or only its street and number. */
export function readAddressLine(cell: string): AddressParts {
  const line = cell.replace(/\s+/g, ' ')
  const found = postcode.exec(line)
  const before = (found ? line.slice(0, found.index) : (line.split(',')[0] ?? '')).replace(/[\s,]+$/, '')
  const after = found ? line.slice(found.index + found[0].length) : line.split(',').slice(1).join(',')
  // The last number starts the house number; streets may hold numbers of their own (Plein 1940 12).
  const numbered = /^(.*\S)\s+(\d+\s?(?:[-/]?\s?[a-z0-9]{1,6}\.?){0,3})$/i.exec(before)
  return {
    street: (numbered?.[1] ?? before).replace(/,$/, '') || null,
    houseNumber: numbered?.[2]?.trim() ?? null,
    postcode: found ? `${found[1]} ${found[2]?.toUpperCase()}` : null,
    place: after.replace(/^[\s,]+|[\s,]+$/g, '') || null,
  }
}

const kinds: readonly (readonly [ReferrerKind, RegExp])[] = [
  ['midwife', /\b(verlosk\w*|vroedvrouw|midwi\w+)\b/i],
  ['gynaecologist', /\b(gyn\w*|ziekenhuis|hospital)\b/i],
  ['practice_nurse', /\b(poh|praktijkondersteuner|practice nurse)\b/i],
  ['gp', /\b(huisarts\w*|gp|general practitioner)\b/i],
  ['jgz', /\b(jgz|cjg|consultatiebureau|jeugdverpleegkundige|jeugdarts|jeugdgezondheidszorg)\b/i],
  ['maternity_care', /\b(kraam\w*|maternity)\b/i],
  ['neighbourhood_team', /\b(wijkteam|wijk ?coach|sociaal team|neighbourhood team)\b/i],
  ['vluchtelingenwerk', /\b(vluchtelingen ?werk|vwn|coa)\b/i],
  ['social_work', /\b(maatschappelijk werk\w*|amw|welzijn\w*|social work\w*)\b/i],
  ['library', /\b(bibliotheek|library)\b/i],
  ['volunteer_point', /\b(vrijwilligers ?(centrale|punt|steunpunt)|volunteer)\b/i],
  ['school', /\b(school|taalles|inburgering|isk)\b/i],
  ['family_or_friend', /\b(familie|vriendin|buurvrouw|zus|tante|family|friend)\b/i],
  ['self', /^(zelf|eigen initiatief|moeder zelf|zelfmelding|self)$/i],
]

/** What kind of referrer a text names, and whether it says anything more than that. */
export function readReferrer(cell: string): { kind: ReferrerKind; more: boolean } {
  const found = kinds.find(([, pattern]) => pattern.test(cell))
  if (!found) return { kind: 'other', more: true }
  return { kind: found[0], more: cell.replace(found[1], '').replace(/[\s.,/-]/g, '') !== '' }
}
