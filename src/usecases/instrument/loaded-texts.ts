import { listPermissions } from '#db/instrument-permission.ts'
import { type InstrumentTextRow, listInstrumentTexts } from '#db/instrument-text.ts'
import { type InstrumentTexts, instrumentTexts, mayShowTexts } from '#domain/instrument/instrument-texts.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import type { Work } from '#usecases/context.ts'
import { daysOf } from '#usecases/instrument/permissions.ts'
import { instrumentTextFields } from '#usecases/instrument/text-fields.ts'

export interface LoadedTexts {
  readonly language: string
  readonly texts: InstrumentTexts
}

/**
 * By questionnaire the texts that may be shown today, by language: those loaded last, while a permission that lets them
 * be kept is in force. None of one whose texts Naast gives itself.
 */
export async function loadedTexts(
  work: Work,
  asked: readonly ShelfInstrument[],
): Promise<(instrument: ShelfInstrument) => readonly LoadedTexts[]> {
  const silent = new Set(asked.flatMap(({ id, licence }) => (licence.embed ? [] : [id])))
  if (silent.size === 0) return () => []
  const permissions = await listPermissions(work.tx, work.orgId)
  const shown = (row: InstrumentTextRow) =>
    row.ended_as === null &&
    silent.has(row.instrument_id) &&
    mayShowTexts(
      permissions.filter(({ instrument_id }) => instrument_id === row.instrument_id).map(daysOf),
      work.today,
    )
  const rows = (await listInstrumentTexts(work.tx, work.orgId)).filter(shown)
  await work.vault.load(rows.map(({ id }) => id))
  return ({ id, version }) =>
    rows
      .filter((row) => row.instrument_id === id && row.instrument_version === version)
      .flatMap((row) => {
        const kept = instrumentTextFields.open(
          work.vault,
          row.id,
          row.id,
          'content_sealed',
          row.content_sealed,
        )
        return kept === null
          ? []
          : [{ language: row.language, texts: instrumentTexts.parse(JSON.parse(kept)) }]
      })
      .toSorted((a, b) => (a.language < b.language ? -1 : 1))
}
