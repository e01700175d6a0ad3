import { type Answers, countsFor, scoreAll } from '#domain/instrument/score.ts'
import { type AlarmRule, alarmTerms } from '#domain/instrument/scoring-rules.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { valuesOf as numbersIn, skipped as ratherNot } from '#domain/instrument/shelf-questions.ts'

export interface Alarm {
  readonly kind: AlarmRule['kind']
  readonly within: AlarmRule['within']
  /** It wasn't answered, where it was asked: whoever looks knows that it is open, and not that it is well. */
  readonly skipped: boolean
}

/**
 * What these answers ask of somebody, the most pressing first. Looked at before anything is said of completeness: one
 * answer is enough, whatever was left open beside it.
 */
export function alarmsOf(instrument: Asked, answers: Answers): readonly Alarm[] {
  const began = instrument.items.some((item) => countsFor(item, answers) !== null)
  const found = instrument.alarms.flatMap((rule): Alarm[] => {
    const { kind, within, skippedToo } = rule
    const values = valuesOf(instrument, rule, answers)
    if (values.some((value) => rings(rule, value))) return [{ kind, within, skipped: false }]
    return skippedToo && began && values.length === 0 ? [{ kind, within, skipped: true }] : []
  })
  return found.sort((a, b) => alarmTerms.indexOf(a.within) - alarmTerms.indexOf(b.within))
}

/**
 * The same of a form that was refused and comes again: what she said, and what she said that she would rather not answer.
 * A question that is merely empty may still be filled in; it is told as left open once the form is kept.
 */
export function alarmsOfRefused(
  instrument: Asked,
  answers: Readonly<Record<string, string | null>>,
): readonly Alarm[] {
  const saidNothing = instrument.alarms.filter(
    ({ of, skippedToo }) => skippedToo && of !== 'any' && 'item' in of && answers[of.item] === ratherNot,
  )
  return alarmsOf(instrument, numbersIn(answers)).filter(
    (alarm) => !alarm.skipped || saidNothing.some(({ kind }) => kind === alarm.kind),
  )
}

type Asked = Pick<ShelfInstrument, 'items' | 'scores' | 'alarms'>

/** What the rule looks at, as far as it was answered. */
function valuesOf(instrument: Asked, { of }: AlarmRule, answers: Answers): readonly number[] {
  if (of !== 'any' && 'score' in of) {
    const scored = scoreAll(instrument, answers).get(of.score)
    // What is certain already counts, however much was left open.
    return scored ? [scored.score ?? scored.lowest] : []
  }
  return instrument.items
    .filter(({ id }) => of === 'any' || of.item === id)
    .flatMap((item) => countsFor(item, answers) ?? [])
}

const rings = ({ atLeast, atMost }: AlarmRule, value: number): boolean =>
  (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost)
