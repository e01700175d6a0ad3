import { z } from 'zod'
import { type InstrumentTextRow, listInstrumentTexts } from '#db/instrument-text.ts'
import { instrumentPolicy } from '#domain/instrument/instrument-policy.ts'
import { mayShowTexts } from '#domain/instrument/instrument-texts.ts'
import { licenceOn, needsPermission } from '#domain/instrument/licence-gate.ts'
import { shelfName } from '#domain/instrument/on-shelf.ts'
import { shelf } from '#programmes/shelf/shelf.ts'
import { loadedTexts } from '#usecases/instrument/loaded-texts.ts'
import { openPermissions } from '#usecases/instrument/permissions.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/** Every questionnaire that Naast carries, how it stands with its holder here, and which programmes ask it. */
export const listInstruments = question({
  name: 'list-instruments',
  may: instrumentPolicy.read,
  input: z.strictObject({}),
  async run(work) {
    const permissions = await openPermissions(work)
    const loads = await listInstrumentTexts(work.tx, work.orgId)
    const names = await whoDid(
      work,
      loads.flatMap((row) => [row.loaded_by, row.ended_by ?? []].flat()),
    )
    const texts = await loadedTexts(work, shelf)
    return {
      mayPermit: instrumentPolicy.permit(work.actor),
      instruments: shelf.map((instrument) => {
        const own = permissions.filter(({ instrumentId }) => instrumentId === instrument.id)
        return {
          instrument,
          licence: licenceOn(instrument, own, work.today),
          needsPermission: needsPermission(instrument),
          permissions: own,
          /** Of one whose texts Naast may not give: may they be loaded and shown here today? */
          mayShowTexts: !instrument.licence.embed && mayShowTexts(own, work.today),
          /** The texts that are shown, by language. */
          texts: texts(instrument),
          /** Every time that texts were loaded, the last first. */
          loads: loads.flatMap((row) =>
            row.instrument_id === instrument.id ? [loadOf(row, names, work.zone)] : [],
          ),
          askedBy: work.programmes.offered
            .filter(({ measures }) =>
              measures.some(({ shelf: names }) => names?.value.includes(shelfName(instrument))),
            )
            .map(({ label }) => label),
        }
      }),
    }
  },
})

const loadOf = (row: InstrumentTextRow, names: ReadonlyMap<string, string>, zone: string) => ({
  id: row.id,
  language: row.language,
  by: names.get(row.loaded_by) ?? null,
  on: row.loaded_at.toZonedDateTimeISO(zone).toPlainDate(),
  endedAs: row.ended_as,
  endedBy: row.ended_by === null ? null : (names.get(row.ended_by) ?? null),
  endedOn: row.ended_at?.toZonedDateTimeISO(zone).toPlainDate() ?? null,
})
export type TextLoad = ReturnType<typeof loadOf>
export type ShelfLine = Awaited<ReturnType<typeof listInstruments>>['instruments'][number]
