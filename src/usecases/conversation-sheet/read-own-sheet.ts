import { z } from 'zod'
import { findOwnSheet } from '#db/own-sheet.ts'
import { differences, liveVersion, ownSheetPolicy } from '#domain/conversation-sheet/own-sheet.ts'
import { openVersions, readLicences } from '#usecases/conversation-sheet/own-sheets.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/** One sheet of the organisation, in one of its versions: what it says, and what changed since the one before. */
export const readOwnSheet = question({
  name: 'read-own-sheet',
  may: ownSheetPolicy.write,
  input: z.strictObject({ id: z.uuid(), number: z.int().min(1).nullable().default(null) }),
  async run(work, { id, number }) {
    const row = await findOwnSheet(work.tx, work.orgId, id)
    if (!row) throw new NotFound()
    const licence = (await readLicences(work)).find((one) => one.id === row.licence_id) ?? null
    if (licence && !licence.held) throw new Refused('sheet-licence-ended')
    const versions = await openVersions(work, [row])
    const shown = number === null ? versions.at(-1) : versions.find((one) => one.number === number)
    if (!shown) throw new NotFound()
    const before = versions.findLast((one) => one.number < shown.number)
    const names = await whoDid(
      work,
      versions.map(({ written_by }) => written_by),
    )
    return {
      id,
      programmeId: row.programme_id,
      ended: row.ended_on,
      licence,
      live: liveVersion(versions)?.number ?? null,
      number: shown.number,
      state: shown.state,
      version: shown.version,
      content: shown.content,
      changed: before
        ? { since: before.number, differences: differences(before.content, shown.content) }
        : null,
      versions: versions.map((one) => ({
        number: one.number,
        state: one.state,
        writtenBy: names.get(one.written_by) ?? '—',
        publishedOn: one.published_on,
      })),
    }
  },
})
export type OwnSheetPage = Awaited<ReturnType<typeof readOwnSheet>>
