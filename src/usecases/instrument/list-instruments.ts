import { z } from 'zod'
import { instrumentPolicy } from '#domain/instrument/instrument-policy.ts'
import { licenceOn, needsPermission } from '#domain/instrument/licence-gate.ts'
import { shelfName } from '#domain/instrument/on-shelf.ts'
import { shelf } from '#programmes/shelf/shelf.ts'
import { openPermissions } from '#usecases/instrument/permissions.ts'
import { question } from '#usecases/use-case.ts'

/** Every questionnaire that Naast carries, how it stands with its holder here, and which programmes ask it. */
export const listInstruments = question({
  name: 'list-instruments',
  may: instrumentPolicy.read,
  input: z.strictObject({}),
  async run(work) {
    const permissions = await openPermissions(work)
    return {
      mayPermit: instrumentPolicy.permit(work.actor),
      instruments: shelf.map((instrument) => {
        const own = permissions.filter(({ instrumentId }) => instrumentId === instrument.id)
        return {
          instrument,
          licence: licenceOn(instrument, own, work.today),
          needsPermission: needsPermission(instrument),
          permissions: own,
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
export type ShelfLine = Awaited<ReturnType<typeof listInstruments>>['instruments'][number]
