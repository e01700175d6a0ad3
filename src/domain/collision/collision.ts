import {
  type ComparedName,
  compareNames,
  type NameMatch,
  strongest,
} from '#domain/collision/compare-names.ts'
import type { Known } from '#domain/collision/known.ts'
import type { Day } from '#domain/day.ts'
import { nearness } from '#domain/person/name-likeness.ts'
import { toLatin } from '#domain/person/transliterate.ts'

/** How sure it is that somebody around a woman is somebody whom the organisation knows. */
export const collisionClasses = ['same', 'likely', 'possible'] as const
export type CollisionClass = (typeof collisionClasses)[number]

/** These two hold a match or a seat until the safeguarding lead has looked; a mere possibility holds nothing. */
export const holds = (found: CollisionClass): boolean => found !== 'possible'

export const birthMatches = ['same', 'swapped', 'near', 'year', 'year-off', 'differs', 'apart'] as const
type BirthMatch = (typeof birthMatches)[number]
export type Evidence =
  | `name-${NameMatch}`
  | `birth-${BirthMatch}`
  | 'phone-same'
  | 'organisation-same'
  | 'works-there'

/**
 * What each piece weighs: more for what few people share, less than nothing for what one person can't have two of.
 * Weights as in record linkage (Fellegi and Sunter 1969), rounded; `prove/collision` measures what they find and miss.
 */
const weights: Readonly<Record<Exclude<Evidence, 'works-there'>, number>> = {
  'name-same': 6,
  'name-alike': 5,
  'name-partly': 3,
  'name-initials': 3,
  'name-given': 2,
  'name-one-word': 0.5,
  'name-different': -3,
  'birth-same': 6,
  'birth-swapped': 4,
  'birth-near': 3,
  'birth-year': 2,
  'birth-year-off': -2,
  'birth-differs': -3,
  'birth-apart': -8,
  'phone-same': 7,
  'organisation-same': 2,
}
const leastFor: Readonly<Record<CollisionClass, number>> = { same: 11, likely: 5, possible: 3 }

export interface Collision {
  readonly class: CollisionClass
  readonly score: number
  /** What it rests on, and what speaks against it. */
  readonly why: readonly Evidence[]
}

/** May these two be one person? `null` if there is too little to say so. The same from either side. */
export function weighCollision(one: Known, other: Known): Collision | null {
  const why: Evidence[] = [`name-${strongestOf(one.names, other.names)}`]
  const birth = compareBirth(one, other)
  if (birth) why.push(`birth-${birth}`)
  if (one.phone !== null && one.phone === other.phone) why.push('phone-same')
  if (one.organisation && other.organisation && isSameOrganisation(one.organisation, other.organisation))
    why.push('organisation-same')
  const score = why.reduce((sum, piece) => sum + (piece === 'works-there' ? 0 : weights[piece]), 0)
  const found = collisionClasses.find((one) => score >= leastFor[one])
  return found ? { class: found, score, why } : null
}

const strongestOf = (some: readonly ComparedName[], others: readonly ComparedName[]): NameMatch =>
  strongest(some.flatMap((one) => others.map((other) => compareNames(one, other))))

type Birth = Pick<Known, 'birthDay' | 'birthYear'>

function compareBirth(one: Birth, other: Birth): BirthMatch | null {
  const [year, otherYear] = [yearOf(one), yearOf(other)]
  if (year === null || otherYear === null) return null
  const off = Math.abs(year - otherYear)
  if (!one.birthDay || !other.birthDay) return off === 0 ? 'year' : off <= 2 ? 'year-off' : 'apart'
  if (one.birthDay.equals(other.birthDay)) return 'same'
  if (off === 0 && isSwapped(one.birthDay, other.birthDay)) return 'swapped'
  if (oneDigit(one.birthDay, other.birthDay)) return 'near'
  return off > 2 ? 'apart' : 'differs'
}
const yearOf = ({ birthDay, birthYear }: Birth): number | null => birthDay?.year ?? birthYear

/** Day and month in the other order, as forms of other countries have it. */
const isSwapped = (a: Day, b: Day): boolean => a.month === b.day && a.day === b.month

/** One digit of the eight was heard or typed wrong; of the year only to the next one or two, or namesakes would be one man. */
function oneDigit(a: Day, b: Day): boolean {
  if (Math.abs(a.year - b.year) > 2) return false
  const [one, other] = [a.toString(), b.toString()]
  return [...one].filter((digit, at) => digit !== other[at]).length === 1
}

/** Does he work at this organisation, as she calls it? Somebody there may look him up, or he her. */
export const weighEmployer = (worksAt: string | null, organisation: string): Collision | null =>
  worksAt && isSameOrganisation(worksAt, organisation)
    ? { class: 'likely', score: weights['organisation-same'], why: ['works-there'] }
    : null

const isSameOrganisation = (one: string, other: string): boolean => {
  const [a, b] = [plain(one), plain(other)]
  return Math.min(a.length, b.length) >= 4 && nearness(a, b) >= 0.85
}
/** Forms of law and words that every second organisation bears, left out on both sides. */
const plain = (name: string): string =>
  toLatin(name)
    .replace(/\b(stichting|vereniging|bv|b v|nv|n v|de|het|foundation)\b/g, ' ')
    .replace(/[^a-z0-9]+/g, '')
