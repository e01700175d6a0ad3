import type { MeasureRow } from '#db/measure.ts'
import { shelfName } from '#domain/instrument/on-shelf.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { asQuestions } from '#domain/instrument/shelf-questions.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Instrument } from '#domain/programme/measuring.ts'
import { findOnShelf } from '#programmes/shelf/shelf.ts'

/** A questionnaire as it is asked: a programme's own, or one of the shelf with all that the shelf knows of it. */
export interface Questionnaire {
  readonly instrument: Instrument
  readonly shelf: ShelfInstrument | null
}

/** What this measure asks, in the version in which it was planned; `null` if that isn't here any more. */
export function questionnaireOf(
  { instruments }: Pick<ProgrammeDefinition, 'instruments'>,
  row: Pick<MeasureRow, 'instrument_id' | 'instrument_version'>,
): Questionnaire | null {
  const own = instruments.find(({ id }) => id === row.instrument_id)
  if (own) return { instrument: own, shelf: null }
  const shelf = findOnShelf(shelfName({ id: row.instrument_id, version: row.instrument_version }))
  return shelf ? { instrument: asQuestions(shelf), shelf } : null
}
