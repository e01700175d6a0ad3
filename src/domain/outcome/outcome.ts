import { shelfIdOf } from '#domain/instrument/on-shelf.ts'
import type { ChangeRule } from '#domain/instrument/scoring-rules.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import type { Norm } from '#domain/outcome/expected-return.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Instrument, MeasureMoment } from '#domain/programme/measuring.ts'
import type { Words } from '#domain/programme/provenance.ts'

/** One number that a questionnaire gives, wherever the questionnaire comes from, and what may be said of a change in it. */
export interface Score {
  readonly instrumentId: string
  readonly instrumentVersion: string
  /** Under this name it is kept with her answers. */
  readonly score: string
  readonly label: Words
  /** What was asked, if the number is the answer to one question. */
  readonly question: Words | null
  readonly min: number
  readonly max: number
  /** Which end is better; `null` if nobody laid that down, so that no change is called good or bad. */
  readonly better: 'lower' | 'higher' | null
  /** About violence or danger: a worse number may be trust. Never red, and no verdict in words. */
  readonly ofSafety: boolean
  readonly change: ChangeRule | null
  readonly norm: Norm | null
}

/** A score that a programme asks at least twice while it lasts. */
export interface Outcome extends Score {
  readonly primary: boolean
  /** The moments that are held against each other. */
  readonly first: string
  readonly last: string
}

/** The same number in whichever version of the programme it was asked. */
export const outcomeKey = ({
  instrumentId,
  instrumentVersion,
  score,
}: Pick<Score, 'instrumentId' | 'instrumentVersion' | 'score'>): string =>
  `${instrumentId} ${instrumentVersion} ${score}`

/** Questionnaires that come along with Naast, and what is known of their scores in people in general. */
export interface Known {
  readonly shelf: readonly ShelfInstrument[]
  readonly norms: Readonly<Record<string, Norm>>
}

/**
 * What one version of a programme measures from beginning to end: for each number the first moment at which it is asked
 * and the last before the aftercare. What is asked once, or wasn't asked yet when she began, gives no outcome: it has
 * nothing to be held against, or is about the visits and not about her.
 */
export function outcomesOf(definition: ProgrammeDefinition, known: Known): readonly Outcome[] {
  const during = definition.measures.filter(({ when }) => when.at !== 'after_end')
  const asked = [...new Set(during.flatMap(askedAt))]
  const { primaryOutcome: primary } = definition
  return asked.flatMap((id) => {
    const moments = during.filter((one) => askedAt(one).includes(id)).map(({ moment }) => moment)
    const [first, last] = [moments[0], moments.at(-1)]
    if (first === undefined || last === undefined || first === last) return []
    if (first !== during[0]?.moment) return []
    return scoresOf(id, definition, known).map((score) => ({
      ...score,
      first,
      last,
      primary: primary?.instrument === id && primary.score === score.score,
    }))
  })
}

/** A programme's own questionnaires of this moment, then those of the shelf. */
const askedAt = ({ instruments, shelf }: MeasureMoment): readonly string[] => [
  ...instruments,
  ...(shelf?.value ?? []).map(shelfIdOf),
]

function scoresOf(
  id: string,
  { instruments }: Pick<ProgrammeDefinition, 'instruments'>,
  { shelf, norms }: Known,
): readonly Score[] {
  const shelved = shelf.find((one) => one.id === id)
  const own = instruments.find((one) => one.id === id)
  return shelved ? scoresOfShelf(shelved, norms) : own ? scoresOfOwn(own) : []
}

/** Each ladder of a programme's own is a number by itself; nobody tested from which change on it is more than chance. */
export const scoresOfOwn = (instrument: Instrument): readonly Score[] =>
  instrument.items.flatMap((item) =>
    item.kind === 'scale'
      ? [
          {
            instrumentId: instrument.id,
            instrumentVersion: instrument.version,
            score: item.id,
            label: instrument.label,
            question: item.question,
            min: item.min,
            max: item.max,
            better: item.better ?? null,
            ofSafety: instrument.ofSafety === true,
            change: null,
            norm: null,
          },
        ]
      : [],
  )

const ofDanger = ['partner_violence', 'child_safety'] as const

/** The score that its rule of change is about; without such a rule every score that it has. */
export function scoresOfShelf(
  { id, version, title, scores, alarms, change }: ShelfInstrument,
  norms: Known['norms'],
): readonly Score[] {
  return scores
    .filter((one) => !change || change.score === one.id)
    .map((one) => ({
      instrumentId: id,
      instrumentVersion: version,
      score: one.id,
      label: title,
      question: scores.length > 1 && !change ? one.label : null,
      min: one.min,
      max: one.max,
      better: change?.better ?? null,
      ofSafety: alarms.some(({ kind }) => ofDanger.some((danger) => danger === kind)),
      change: change ?? null,
      norm: norms[`${id}.${one.id}`] ?? null,
    }))
}
