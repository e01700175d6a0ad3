import { lockOwnSheet, type OwnSheetRow } from '#db/own-sheet.ts'
import type { Work } from '#usecases/context.ts'
import { type OpenVersion, openVersions, readLicences } from '#usecases/conversation-sheet/own-sheets.ts'
import { NotFound, Refused } from '#usecases/failure.ts'

/** A sheet of this organisation that still runs, held, with its versions; refused once the licence for it ended. */
export async function holdOwnSheet(
  work: Work,
  id: string,
): Promise<{ row: OwnSheetRow; versions: readonly OpenVersion[] }> {
  const row = await lockOwnSheet(work.tx, work.orgId, id)
  if (!row || row.ended_on) throw new NotFound()
  if (row.licence_id) {
    const licence = (await readLicences(work)).find((one) => one.id === row.licence_id)
    if (!licence?.held) throw new Refused('sheet-licence-ended')
  }
  return { row, versions: await openVersions(work, [row]) }
}
