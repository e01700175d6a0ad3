import type { ScoreRule } from '#domain/instrument/scoring-rules.ts'
import type { ShelfInstrument, ShelfItem } from '#domain/instrument/shelf-instrument.ts'

/** By question the value of her choice, as it was kept; `null` or absent: left open. */
export type Answers = Readonly<Record<string, number | null | undefined>>
type Asked = Pick<ShelfInstrument, 'items' | 'scores'>

export interface Scored {
  /** `null` if too much was left open. */
  readonly score: number | null
  /** Questions that were left open. */
  readonly missing: number
  /** Something was left open and filled in by rule: it is said so. */
  readonly estimated: boolean
  /** The least and the most it could be, whatever she would have answered. */
  readonly lowest: number
  readonly highest: number
  /** Only if both ends lie in the same one. */
  readonly band: string | null
}

/** Every score of this instrument, by its id. */
export const scoreAll = (instrument: Asked, answers: Answers): ReadonlyMap<string, Scored> =>
  new Map(instrument.scores.map((rule) => [rule.id, scoreBy(instrument, rule, answers)]))

function scoreBy({ items }: Asked, rule: ScoreRule, answers: Answers): Scored {
  const asked = rule.items.flatMap((id) => items.find((item) => item.id === id) ?? [])
  const counted = asked.map((item) => countsFor(item, answers))
  const given = counted.flatMap((counts) => counts ?? [])
  const missing = asked.length - given.length
  const open = asked.flatMap((item, at) => (counted[at] === null ? [endsOf(item)] : []))
  const answered = sum(given)
  const total = (points: number) => rounded((points / divisorOf(rule)) * rule.times + rule.plus)
  const lowest = total(answered + sum(open.map(([low]) => low)))
  const highest = total(answered + sum(open.map(([, high]) => high)))
  const score = scoreWith(rule, given, missing, total)
  const band = bandOf(rule, lowest)
  return {
    score,
    missing,
    estimated: score !== null && missing > 0,
    lowest,
    highest,
    band: score !== null && band === bandOf(rule, highest) ? band : null,
  }
}

function scoreWith(
  { items, missing: { most, rule } }: ScoreRule,
  given: readonly number[],
  missing: number,
  total: (points: number) => number,
): number | null {
  if (missing === 0) return total(sum(given))
  if (missing > most || given.length === 0) return null
  switch (rule) {
    case 'none':
      return null
    case 'prorate':
      return total((sum(given) / given.length) * items.length)
    case 'counted':
      return total(sum(given))
    case 'if_any':
      return sum(given) > 0 ? total(sum(given)) : null
  }
}

export const bandOf = ({ bands }: Pick<ScoreRule, 'bands'>, score: number): string | null =>
  bands.findLast(({ from }) => score >= from)?.id ?? null

/** What her choice of one question counts for; `null` if it was left open. */
export function countsFor({ id, choices }: ShelfItem, answers: Answers): number | null {
  const value = answers[id]
  return choices.find((choice) => choice.value === value)?.counts ?? null
}

/** The least and the most that one question can bring. */
function endsOf({ choices }: ShelfItem): readonly [number, number] {
  const all = choices.map(({ counts }) => counts)
  return [Math.min(...all), Math.max(...all)]
}

const divisorOf = ({ op, items }: ScoreRule): number => (op === 'mean' ? items.length : 1)
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
/** Nothing here is finer than this; a sum of fractions is off by less. */
const rounded = (number: number): number => Math.round(number * 1e6) / 1e6
