import { type Answers, type Scored, scoreAll } from '#domain/instrument/score.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { fieldOf } from '#domain/measure/answers.ts'
import type { Instrument } from '#domain/programme/measuring.ts'

/** What is kept where she would rather not answer: another thing than a question that was never put to her. */
export const skipped = 'skipped'

/**
 * A questionnaire of the shelf as questions with choices, so that pages put it as they put a programme's own. Where its
 * text isn't ours to give, questions and choices go by their numbers: who may use it has it on paper.
 */
export const asQuestions = (instrument: ShelfInstrument): Instrument => ({
  id: instrument.id,
  version: instrument.version,
  label: instrument.title,
  ...(instrument.stem ? { introduction: { nl: instrument.stem, en: instrument.stem } } : {}),
  items: instrument.items.map(({ id, text, choices }, at) => ({
    kind: 'choice',
    id,
    question: text ? { nl: text, en: text } : { nl: `Vraag ${at + 1}`, en: `Question ${at + 1}` },
    options: choices.map(({ value, label }) => ({
      id: String(value),
      label: { nl: label ?? String(value), en: label ?? String(value) },
      score: null,
    })),
  })),
  prov: 'opened_source',
})

export interface ShelfRead {
  /** By item: the value of her choice, `skipped`, or `null` where nothing was said. */
  readonly answers: Readonly<Record<string, string | null>>
  /** The same for counting: a number or nothing. */
  readonly values: Answers
}

/** Reads what came back; gives the fields instead that are not among the choices. */
export function readShelfAnswers(
  instrument: ShelfInstrument,
  given: Readonly<Record<string, string>>,
): ShelfRead | { readonly wrong: Readonly<Record<string, string>> } {
  const answers: Record<string, string | null> = {}
  const wrong: Record<string, string> = {}
  for (const item of instrument.items) {
    const name = fieldOf(instrument, item)
    const text = given[name]?.trim() || null
    answers[item.id] = text
    if (text !== null && text !== skipped && !item.choices.some(({ value }) => String(value) === text))
      wrong[name] = 'choose-one'
  }
  return Object.keys(wrong).length > 0 ? { wrong } : { answers, values: valuesOf(answers) }
}

/** What was kept, as numbers to count with. */
export const valuesOf = (answers: Readonly<Record<string, string | null>>): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([id, text]) => [
      id,
      text === null || !/^\d{1,4}$/.test(text) ? null : Number(text),
    ]),
  )

/** By score: what is kept open to be counted, without any answer of hers. */
export const scoresOf = (instrument: ShelfInstrument, values: Answers): Readonly<Record<string, Scored>> =>
  Object.fromEntries(scoreAll(instrument, values))

/**
 * May a band be said of one woman? Not where the makers mean groups, nor of a translation that nobody validated
 * (instruments.md 10.7).
 */
export const saysBands = ({ groupsOnly, items }: Pick<ShelfInstrument, 'groupsOnly' | 'items'>): boolean =>
  !groupsOnly && items.every(({ wording }) => wording !== 'draft')
