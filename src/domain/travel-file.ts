import { longestMinutes, type TravelMode, travelModes } from '#domain/match/travel.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** From the middle of one postcode area to another, in one way of going. */
export interface TravelRow {
  readonly from: string
  readonly to: string
  readonly mode: TravelMode
  readonly minutes: number
}

const headings = {
  from: ['van', 'from', 'vertrek', 'van_pc4', 'from_area'],
  to: ['naar', 'to', 'aankomst', 'naar_pc4', 'to_area'],
  mode: ['vervoer', 'mode', 'vervoermiddel', 'wijze'],
  minutes: ['minuten', 'minutes', 'min', 'reistijd'],
} as const

/** As lists write them; a way that isn't one of these isn't guessed. */
const names: Record<TravelMode, readonly string[]> = {
  walk: ['walk', 'foot', 'lopen', 'lopend', 'voet', 'te voet'],
  bike: ['bike', 'bicycle', 'fiets', 'fietsen'],
  transit: ['transit', 'pt', 'ov', 'openbaar vervoer', 'bus'],
  car: ['car', 'auto'],
}

/**
 * Reads a list of travel times: a heading row, then a row for each way from one postcode area to another, in any order
 * of columns. Rows that aren't whole are counted, not guessed.
 */
export function readTravelRows(
  rows: readonly (readonly string[])[],
): { ways: TravelRow[]; unread: number } | Refusal<'travel-columns-missing' | 'travel-rows-missing'> {
  const [first, ...rest] = rows
  const at = (known: readonly string[]) =>
    first?.findIndex((cell) => known.includes(cell.trim().toLowerCase())) ?? -1
  const column = {
    from: at(headings.from),
    to: at(headings.to),
    mode: at(headings.mode),
    minutes: at(headings.minutes),
  }
  if (Object.values(column).some((index) => index < 0)) return refuse('travel-columns-missing')
  const read = rest.map((row): TravelRow | null => {
    const [from, to] = [areaIn(row[column.from]), areaIn(row[column.to])]
    const said = row[column.mode]?.trim().toLowerCase() ?? ''
    const mode = travelModes.find((one) => names[one].includes(said))
    const minutes = minutesIn(row[column.minutes])
    return from && to && mode && minutes !== null ? { from, to, mode, minutes } : null
  })
  const ways = read.filter((row) => row !== null)
  return ways.length === 0 ? refuse('travel-rows-missing') : { ways, unread: read.length - ways.length }
}

/** `3011`; of a whole postcode its four digits. */
const areaIn = (text: string | undefined): string | null =>
  /^([1-9]\d{3})(?:\s?[a-z]{2})?$/i.exec((text ?? '').trim())?.[1] ?? null

/** `24`, also `24,4`: whole minutes, and never more than anybody travels. */
function minutesIn(text: string | undefined): number | null {
  const said = (text ?? '').trim().replace(',', '.')
  const minutes = /^\d{1,4}(?:\.\d{1,4})?$/.test(said) ? Math.round(Number(said)) : Number.NaN
  return Number.isFinite(minutes) && minutes <= longestMinutes ? minutes : null
}
