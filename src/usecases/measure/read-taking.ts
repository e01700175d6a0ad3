import type { MeasureRow } from '#db/measure.ts'
import type { Answers, Scored } from '#domain/instrument/score.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { readShelfAnswers, scoresOf } from '#domain/instrument/shelf-questions.ts'
import { fitsMode, type Hindrance } from '#domain/instrument/ways-to-ask.ts'
import { type measureModes, readAnswers } from '#domain/measure/answers.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import type { HeldMoment } from '#usecases/measure/held-moment.ts'

export interface Taken {
  readonly row: MeasureRow
  readonly kept: Readonly<Record<string, string | null>>
  readonly scores: Readonly<Record<string, number | Scored>>
  /** Of the shelf: what alarms are looked for in. */
  readonly shelf: { readonly instrument: ShelfInstrument; readonly values: Answers } | null
}

/**
 * What came back for one moment, questionnaire by questionnaire. One of the shelf to which nothing was said stays due:
 * it is taken another time. One that may not be asked now is refused if it was answered all the same.
 */
export function readTaking(
  { due }: HeldMoment,
  given: Readonly<Record<string, string>>,
  mode: (typeof measureModes)[number],
  hinders: (instrument: ShelfInstrument) => Hindrance | null,
): readonly Taken[] {
  const wrong: Record<string, string> = {}
  const taken = due.flatMap(({ row, instrument, shelf }): Taken[] => {
    const one = shelf ? readShelfAnswers(shelf, given) : readAnswers(instrument, given)
    if ('wrong' in one) {
      Object.assign(wrong, one.wrong)
      return []
    }
    if (!shelf || !('values' in one)) return [{ row, kept: one.answers, scores: scoresIn(one), shelf: null }]
    if (isBlank(one.answers)) return []
    const hindrance = hinders(shelf)
    if (hindrance) throw new Refused(`measure-${hindrance}`, titleOf(shelf))
    if (!fitsMode(shelf, mode)) throw new Refused('measure-not-this-way', titleOf(shelf))
    return [
      {
        row,
        kept: one.answers,
        scores: scoresOf(shelf, one.values),
        shelf: { instrument: shelf, values: one.values },
      },
    ]
  })
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
  if (taken.every(({ kept }) => isBlank(kept))) throw new Refused('measure-empty')
  return taken
}

const isBlank = (kept: Taken['kept']): boolean => Object.values(kept).every((answer) => answer === null)
const scoresIn = (one: object): Readonly<Record<string, number>> =>
  'scores' in one ? (one.scores as Record<string, number>) : {}
/** The names of the questionnaire, for the words of the refusal. */
const titleOf = ({ title }: ShelfInstrument) => ({ nl: title.nl, en: title.en })
