import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * Where an organisation or a team works: a range of postcodes of four digits, one postcode of six signs, a
 * municipality or a district by its number at Statistics Netherlands (domain.md 3.9), or a place by its name.
 */
export type Area =
  | { readonly kind: 'postcodes'; readonly from: number; readonly until: number }
  | { readonly kind: 'postcode'; readonly code: string }
  | { readonly kind: 'municipality'; readonly code: string }
  | { readonly kind: 'district'; readonly code: string }
  | { readonly kind: 'place'; readonly name: string }

/** What is known of where somebody lives. What isn't known is `null`, and not somewhere else. */
export interface Whereabouts {
  readonly postcode: string | null
  readonly place: string | null
  readonly municipality: string | null
  readonly district: string | null
}
export const nowhereKnown: Whereabouts = { postcode: null, place: null, municipality: null, district: null }

/** An area as people type it: `3011-3024`, `3011`, `3011 AB`, `GM0599`, `WK059901`, `Waterrijk`. */
export function readArea(typed: string): Area | Refusal<'not-an-area'> {
  const text = typed.trim().replace(/\s+/g, ' ')
  const joined = text.replaceAll(' ', '').toUpperCase()
  const range = /^([1-9]\d{3})(?:[-–]([1-9]\d{3}))?$/.exec(joined)
  if (range) {
    const from = Number(range[1])
    const until = Number(range[2] ?? range[1])
    return until < from ? refuse('not-an-area') : { kind: 'postcodes', from, until }
  }
  if (/^[1-9]\d{3}[A-Z]{2}$/.test(joined)) return { kind: 'postcode', code: joined }
  if (/^GM\d{4}$/.test(joined)) return { kind: 'municipality', code: joined }
  if (/^WK\d{6}$/.test(joined)) return { kind: 'district', code: joined }
  return /^['’]?\p{L}[\p{L} .'’()/-]{1,79}$/u.test(text)
    ? { kind: 'place', name: text }
    : refuse('not-an-area')
}

/** The one way it is written and kept. */
export function areaText(area: Area): string {
  if (area.kind === 'place') return area.name
  if (area.kind !== 'postcodes') return area.code
  return area.from === area.until ? String(area.from) : `${area.from}-${area.until}`
}

/** True if this is within the area, `null` if too little is known to say. */
export function covers(area: Area, where: Whereabouts): boolean | null {
  if (area.kind === 'postcodes')
    return where.postcode === null
      ? null
      : area.from <= digitsOf(where.postcode) && digitsOf(where.postcode) <= area.until
  if (area.kind === 'postcode')
    return where.postcode === null || where.postcode.length < 6
      ? where.postcode !== null && !area.code.startsWith(where.postcode)
        ? false
        : null
      : where.postcode === area.code
  if (area.kind === 'place')
    return where.place === null ? null : where.place.toLowerCase() === area.name.toLowerCase()
  const known = where[area.kind]
  return known === null ? null : known === area.code
}

const digitsOf = (postcode: string): number => Number(postcode.slice(0, 4))

/** True if one of them holds her, `null` if none is known to but one may. No area at all means everywhere. */
export function reaches(areas: readonly Area[], where: Whereabouts): boolean | null {
  if (areas.length === 0) return true
  const answers = areas.map((area) => covers(area, where))
  return answers.includes(true) ? true : answers.includes(null) ? null : false
}

/** How narrow an area is: of two that hold her, the narrower says more. Smaller is narrower. */
export const widthOf = (area: Area): number =>
  area.kind === 'postcodes' ? 1 + area.until - area.from : widths[area.kind]
const widths = { postcode: 0, district: 20, place: 100, municipality: 10_000 } as const
