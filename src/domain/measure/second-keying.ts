import { skipped } from '#domain/instrument/shelf-questions.ts'
import type { Instrument, InstrumentItem } from '#domain/programme/measuring.ts'

/**
 * How many papers are keyed in twice. With few papers one slip moves the whole figure, so that all of them are; later
 * one in ten says well enough how often keys slip (common practice for double data entry; a choice of ours, and no norm).
 */
export const secondKeyingRule = { allUpTo: 20, oneIn: 10 } as const

export const secondKeyingReasons = ['few', 'sample'] as const
export type SecondKeying = (typeof secondKeyingReasons)[number]

/** Why this paper is keyed in twice; `null` if it isn't. Goes by its code, so that nobody picks and twice is once. */
export function secondKeying(
  code: string,
  papersBefore: number,
  rule: { readonly allUpTo: number; readonly oneIn: number } = secondKeyingRule,
): SecondKeying | null {
  if (papersBefore < rule.allUpTo) return 'few'
  return hashOf(code) % rule.oneIn === 0 ? 'sample' : null
}

/** FNV-1a: spreads codes evenly, and keeps nothing secret. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash
}

type Kept = Readonly<Record<string, string | null>>

/** What is keyed in twice: what was crossed. Words of hers are copied once, and counted in no figure. */
export const keyedTwice = ({ items }: Pick<Instrument, 'items'>): InstrumentItem[] =>
  items.filter(({ kind }) => kind !== 'text')

/** On paper nothing crossed and "rather not" look the same. */
const crossed = (answer: string | null | undefined): string | null =>
  answer === undefined || answer === null || answer === skipped || answer === '' ? null : answer

export interface Difference {
  readonly itemId: string
  readonly first: string | null
  readonly second: string | null
}

/** Where two who keyed the same paper don't say the same. */
export const differencesOf = (
  instrument: Pick<Instrument, 'items'>,
  first: Kept,
  second: Kept,
): readonly Difference[] =>
  keyedTwice(instrument).flatMap(({ id }) => {
    const [one, other] = [crossed(first[id]), crossed(second[id])]
    return one === other ? [] : [{ itemId: id, first: one, second: other }]
  })
