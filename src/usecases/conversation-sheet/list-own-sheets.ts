import { z } from 'zod'
import { listOwnSheets as listRows } from '#db/own-sheet.ts'
import { inOrderOfMoments } from '#domain/conversation-sheet/conversation-sheet.ts'
import { liveVersion, ownSheetPolicy } from '#domain/conversation-sheet/own-sheet.ts'
import { openVersions, readLicences } from '#usecases/conversation-sheet/own-sheets.ts'
import { shippedSheets } from '#usecases/conversation-sheet/sheets-of.ts'
import { question } from '#usecases/use-case.ts'

/** What this organisation wrote or took in, by programme, and whose material it may use until when. */
export const listOwnSheets = question({
  name: 'list-own-sheets',
  may: ownSheetPolicy.write,
  input: z.strictObject({}),
  async run(work) {
    const rows = await listRows(work.tx, work.orgId, null)
    const versions = await openVersions(work, rows)
    const licences = await readLicences(work)
    const sheets = rows.flatMap((row) => {
      const own = versions.filter(({ sheet_id }) => sheet_id === row.id)
      const newest = own.at(-1)
      return newest
        ? [
            {
              id: row.id,
              programmeId: row.programme_id,
              moment: newest.content.moment,
              texts: newest.content.texts,
              awaits: newest.content.awaits ?? {},
              live: liveVersion(own)?.number ?? null,
              draft: own.find(({ state }) => state === 'draft')?.number ?? null,
              licence: licences.find(({ id }) => id === row.licence_id) ?? null,
            },
          ]
        : []
    })
    return {
      licences,
      programmes: work.programmes.offered.map((definition) => ({
        id: definition.id,
        label: definition.label,
        variantLabel: definition.variantLabel ?? null,
        shipped: shippedSheets(definition).length,
        sheets: inOrderOfMoments(sheets.filter(({ programmeId }) => programmeId === definition.id)),
      })),
    }
  },
})
export type OwnSheets = Awaited<ReturnType<typeof listOwnSheets>>
