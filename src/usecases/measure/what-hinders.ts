import type { TrajectoryRow } from '#db/trajectory.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { type Hindrance, hindranceOf } from '#domain/instrument/ways-to-ask.ts'
import type { Work } from '#usecases/context.ts'
import { readLicences } from '#usecases/instrument/permissions.ts'
import { askable } from '#usecases/on-call/whom-to-ask.ts'

/**
 * Why a questionnaire of the shelf isn't asked of this woman now: its licence, that she isn't alone, that nobody who
 * may decide is on call today (instruments.md 10.1, 10.2, 10.10).
 */
export async function whatHinders(
  work: Work,
  trajectory: Pick<TrajectoryRow, 'id' | 'person_id'>,
  asked: readonly ShelfInstrument[],
  alone: boolean,
): Promise<(instrument: ShelfInstrument) => Hindrance | null> {
  const licence = asked.length > 0 ? await readLicences(work) : null
  const about = [trajectory.person_id, trajectory.id]
  const onCall =
    asked.some((one) => one.onCall) && (await askable(work, { about, knows: null })).chain.length > 0
  return (instrument) => hindranceOf(instrument, { licence: licence?.(instrument) ?? 'none', onCall, alone })
}
