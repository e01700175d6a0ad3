import { createHmac, randomBytes } from 'node:crypto'
import { type CollisionClass, holds, weighCollision } from '#domain/collision/collision.ts'
import type { Known } from '#domain/collision/known.ts'
import { askCards, type Question, tokenBytes, tokenText } from '#domain/exchange/ask-cards.ts'
import { askedKeys, classOfKinds, type KeyKind, laidKeys } from '#domain/exchange/key-texts.ts'
import { chanceOf } from '#simulation/chance.ts'
import { namesake, someMan } from './people.ts'
import { areYearsApart, asTold, asWritten } from './prove.ts'

/**
 * The same men, between two organisations: what the one lays of a man and what the other asks for one told of, as tokens
 * under the key of their agreement. Held beside what the own check finds with both in clear.
 */
export const leaveOutElsewhere = ['words with a letter left out', 'years and days of birth'] as const
export type LeftOutElsewhere = (typeof leaveOutElsewhere)[number]

export interface ElsewhereProof {
  readonly same: number
  readonly found: number
  /** Found by the own check, of those same. */
  readonly ownFound: number
  readonly strangers: number
  readonly strangersFound: number
  readonly namesakes: number
  /** Namesakes of other years: never may one be taken for sure. */
  readonly namesakesHeld: readonly string[]
  /** Tokens that say something else than what they were made of, or meet anything under another key. */
  readonly strayed: number
  /** Of one man, on the average. */
  readonly tokens: number
}

/** So many draws are hashed too. */
const hashedEach = 25

type Key = (text: string) => Uint8Array
const newKey = (): Key => {
  const key = randomBytes(32)
  return (text) => createHmac('sha256', key).update(text).digest().subarray(0, tokenBytes)
}

export function proveElsewhere(
  count: number,
  seed: number,
  { without = null }: { without?: LeftOutElsewhere | null } = {},
): ElsewhereProof {
  const chance = chanceOf(seed)
  const [key, otherKey] = [newKey(), newKey()]
  const sums = { same: 0, found: 0, ownFound: 0, strangers: 0, strangersFound: 0, namesakes: 0, strayed: 0 }
  const namesakesHeld: string[] = []
  let tokens = 0
  for (let draw = 0; draw < count; draw += 1) {
    const man = someMan(chance)
    const told = asTold(chance, man)
    const kind = draw % 3
    const other = kind === 0 ? man : kind === 1 ? someMan(chance) : namesake(chance, man)
    const ours = asWritten(chance, other)
    const asked = askedOf(told.known, without)
    const laid = laidKeys(yearless(ours.known, without))
    tokens += laid.length
    const found = classOfKinds(new Set(laid.flatMap((text): KeyKind[] => only(asked.get(text)))))
    // By tokens it is the same, and nothing under another key; of every so many, for hashing takes long.
    if (draw % hashedEach === 0) {
      if (classOf(asked, laid, key, key) !== found) sums.strayed += 1
      if (classOf(asked, laid, otherKey, key) !== null) sums.strayed += 1
    }
    if (kind === 0) {
      sums.same += 1
      if (found) sums.found += 1
      if (weighCollision(told.known, ours.known)) sums.ownFound += 1
    } else if (kind === 1) {
      sums.strangers += 1
      if (found) sums.strangersFound += 1
    } else if (areYearsApart(man, other)) {
      sums.namesakes += 1
      if (found && holds(found)) namesakesHeld.push(`${told.text} / ${ours.text}`)
    }
  }
  return { ...sums, namesakesHeld, tokens: tokens / Math.max(1, count) }
}

const yearless = (known: Known, without: LeftOutElsewhere | null): Known =>
  without === 'years and days of birth' ? { ...known, birthDay: null, birthYear: null } : known

const only = (kind: KeyKind | undefined): KeyKind[] => (kind ? [kind] : [])

/** Two words with a space between: one by its sound, the other with a letter left out. */
const isSlipped = (text: string): boolean => /^(?:[nu]|y \d+) \S+ \S+$/.test(text)

const askedOf = (known: Known, without: LeftOutElsewhere | null): ReadonlyMap<string, KeyKind> =>
  new Map(
    [...askedKeys(yearless(known, without))].filter(
      ([text]) => without !== 'words with a letter left out' || !isSlipped(text),
    ),
  )

function classOf(
  asked: ReadonlyMap<string, KeyKind>,
  laid: readonly string[],
  askedBy: Key,
  laidBy: Key,
): CollisionClass | null {
  const question: Question = new Map(
    [...asked].map(([text, kind]) => [tokenText(askedBy(text)), [{ of: 'him', kind }]]),
  )
  const card = { print: new Uint8Array(1), tokens: Buffer.concat(laid.map(laidBy)) }
  return askCards(question, [card]).get('him')?.[0]?.class ?? null
}
