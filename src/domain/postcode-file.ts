import { type Refusal, refuse } from '#domain/refusal.ts'

/** The middle of one postcode area: four digits, a place, degrees north and east. */
export interface PostcodeRow {
  readonly postcode: string
  readonly place: string
  readonly lat: number
  readonly lon: number
  /** Where it lies, by the codes of Statistics Netherlands (domain.md 3.9); absent in most lists. */
  readonly municipality?: string
  readonly district?: string
}

const headings = {
  postcode: ['pc4', 'postcode', 'postcode4'],
  place: ['place', 'plaats', 'woonplaats', 'plaatsnaam'],
  lat: ['latitude', 'lat', 'breedtegraad'],
  lon: ['longitude', 'lon', 'lng', 'lengtegraad'],
  municipality: ['gemeente', 'gemeentecode', 'gm_code', 'municipality'],
  district: ['wijk', 'wijkcode', 'wk_code', 'district'],
} as const

/**
 * Reads a list of postcode areas, as the national file and its relatives have it: a heading row, then a row for each
 * area, in any order of columns. Rows without a whole postcode or a place on earth are counted, not guessed.
 */
export function readPostcodeRows(
  rows: readonly (readonly string[])[],
): { areas: PostcodeRow[]; unread: number } | Refusal<'postcode-columns-missing' | 'postcode-rows-missing'> {
  const [first, ...rest] = rows
  const at = (names: readonly string[]) =>
    first?.findIndex((cell) => names.includes(cell.trim().toLowerCase())) ?? -1
  const column = {
    postcode: at(headings.postcode),
    place: at(headings.place),
    lat: at(headings.lat),
    lon: at(headings.lon),
  }
  if (Object.values(column).some((index) => index < 0)) return refuse('postcode-columns-missing')
  const [municipality, district] = [at(headings.municipality), at(headings.district)]
  const read = rest.map((row): PostcodeRow | null => {
    const postcode = row[column.postcode]?.trim() ?? ''
    const place = row[column.place]?.trim().slice(0, 100) ?? ''
    const [lat, lon] = [degrees(row[column.lat], 90), degrees(row[column.lon], 180)]
    return /^[1-9]\d{3}$/.test(postcode) && place !== '' && lat !== null && lon !== null
      ? {
          postcode,
          place,
          lat,
          lon,
          ...coded('municipality', row[municipality], 'GM', 4),
          ...coded('district', row[district], 'WK', 6),
        }
      : null
  })
  const areas = read.filter((row) => row !== null)
  return areas.length === 0 ? refuse('postcode-rows-missing') : { areas, unread: read.length - areas.length }
}

/** `GM0599`, also without its letters; nothing where the list has nothing to read. */
function coded<Name extends string>(
  name: Name,
  text: string | undefined,
  letters: string,
  digits: number,
): { [key in Name]?: string } {
  const found = new RegExp(`^(?:${letters})?(\\d{${digits}})$`, 'i').exec((text ?? '').trim())
  return found ? ({ [name]: `${letters}${found[1]}` } as { [key in Name]?: string }) : {}
}

/** `52.37`, also with a comma; `null` outside the globe. */
function degrees(text: string | undefined, most: number): number | null {
  const value = Number((text ?? '').trim().replace(',', '.') || Number.NaN)
  return Number.isFinite(value) && Math.abs(value) <= most ? value : null
}
