import { type CollisionClass, holds, weighCollision } from '#domain/collision/collision.ts'
import { comparedName, compareNames } from '#domain/collision/compare-names.ts'
import { type Known, nothingKnown } from '#domain/collision/known.ts'
import { type Chance, chanceOf } from '#simulation/chance.ts'
import { firstOf, type Man, namesake, slip, someMan, written } from './people.ts'

/**
 * Holds men as women tell of them against men as organisations write them down. Whether the two are one is known from
 * how they were drawn. To show that a part of the rule matters it can be left out here; the product has no such switch.
 */
export const leaveOut = ['other spellings of a name', 'days of birth'] as const
export type LeftOut = (typeof leaveOut)[number]

export interface CollisionProof {
  readonly same: number
  /** Of those who are one man: found at all, and sure enough to wait for. */
  readonly found: number
  readonly held: number
  readonly strangers: number
  /** Of two men of whom nothing agrees but what chance made so: a lead has to look at these for nothing. */
  readonly strangersHeld: number
  readonly namesakes: number
  /** Namesakes of other years, both known: never may they be held. */
  readonly namesakesHeld: readonly string[]
  /** Something else from the one side than from the other. */
  readonly lopsided: readonly string[]
}

export function proveCollisions(
  count: number,
  seed: number,
  { without = null }: { without?: LeftOut | null } = {},
): CollisionProof {
  const chance = chanceOf(seed)
  const sums = { same: 0, found: 0, held: 0, strangers: 0, strangersHeld: 0, namesakes: 0 }
  const namesakesHeld: string[] = []
  const lopsided: string[] = []
  for (let draw = 0; draw < count; draw += 1) {
    const man = someMan(chance)
    const told = asTold(chance, man)
    const kind = draw % 3
    const other = kind === 0 ? man : kind === 1 ? someMan(chance) : namesake(chance, man)
    const ours = asWritten(chance, other)
    const found = classOf(told.known, ours.known, without)
    if (found !== classOf(ours.known, told.known, without)) lopsided.push(`${told.text} / ${ours.text}`)
    const isHeld = found !== null && holds(found)
    if (kind === 0) {
      sums.same += 1
      if (found) sums.found += 1
      if (isHeld) sums.held += 1
    } else if (kind === 1) {
      sums.strangers += 1
      if (isHeld) sums.strangersHeld += 1
    } else if (areYearsApart(man, other)) {
      sums.namesakes += 1
      if (isHeld) namesakesHeld.push(`${told.text} / ${ours.text}`)
    }
  }
  return { ...sums, namesakesHeld, lopsided }
}

/** A woman knows his year at least; namesakes of one age are held, and rightly so. */
export const areYearsApart = (one: Man, other: Man): boolean => Math.abs(one.born.year - other.born.year) > 2

interface Drawn {
  readonly known: Known
  readonly text: string
}

/** As she says it and somebody writes it down: another spelling, a slip, his day or his year only, now and then a number. */
export function asTold(chance: Chance, man: Man): Drawn {
  const day = chance.chance(0.3)
  const swapped = day && chance.chance(0.1) && man.born.day <= 12
  const birthDay = swapped ? man.born.with({ day: man.born.month, month: man.born.day }) : man.born
  return drawn(chance, man, {
    birthDay: day ? birthDay : null,
    birthYear: day ? null : man.born.year,
    phone: chance.chance(0.3) ? man.phone : null,
  })
}

/** As he stands in a file of ours: his day is known there, and mostly his number. */
export const asWritten = (chance: Chance, man: Man): Drawn =>
  drawn(chance, man, { birthDay: man.born, birthYear: null, phone: chance.chance(0.8) ? man.phone : null })

function drawn(chance: Chance, man: Man, more: Pick<Known, 'birthDay' | 'birthYear' | 'phone'>): Drawn {
  const given = chance.chance(0.5) ? firstOf(man.given) : written(chance, man.given)
  const family = chance.chance(0.5) ? firstOf(man.family) : written(chance, man.family)
  const slipped = chance.chance(0.15) ? slip(chance, family) : family
  const initial = chance.chance(0.04) ? `${given.charAt(0)}.` : given
  const name = chance.chance(0.08) ? `${slipped} ${given}` : `${initial} ${slipped}`
  return { known: { ...nothingKnown, ...more, names: [comparedName(name)] }, text: name }
}

function classOf(one: Known, other: Known, without: LeftOut | null): CollisionClass | null {
  const bare = ({ names, phone }: Known) => ({ ...nothingKnown, names, phone })
  if (without === 'days of birth') return weighCollision(bare(one), bare(other))?.class ?? null
  if (without === 'other spellings of a name' && !isLetterForLetter(one, other)) return null
  return weighCollision(one, other)?.class ?? null
}
const isLetterForLetter = (one: Known, other: Known): boolean =>
  one.names.some((name) => other.names.some((fellow) => compareNames(name, fellow) === 'same'))
