import { listOwnSheets } from '#db/own-sheet.ts'
import {
  inOrderOfMoments,
  type SheetContent,
  type SheetLibrary,
} from '#domain/conversation-sheet/conversation-sheet.ts'
import { liveVersion } from '#domain/conversation-sheet/own-sheet.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { sheetLibraries } from '#programmes/sheets/libraries.ts'
import type { Work } from '#usecases/context.ts'
import { openVersions, readLicences } from '#usecases/conversation-sheet/own-sheets.ts'
import { NotFound, Refused } from '#usecases/failure.ts'

/** A sheet as it can be used now: Naast's, the organisation's own, or of somebody whose licence it holds. */
export interface LibrarySheet extends SheetContent {
  readonly id: string
  readonly version: number
  readonly from: 'naast' | 'own'
  readonly holder: string | null
}

/** The conversation sheets that come with Naast and that this programme says it works with, in their order. */
export const shippedSheets = ({ materials }: Pick<ProgrammeDefinition, 'materials'>): SheetLibrary =>
  materials.flatMap(({ library }) => (library ? (sheetLibraries[library] ?? []) : []))

/** All that may be used in this programme today, in the order of their moments; an own one behind Naast's. */
export async function sheetsOf(
  work: Work,
  definition: Pick<ProgrammeDefinition, 'id' | 'variantOf' | 'materials'>,
): Promise<{ readonly sheets: readonly LibrarySheet[]; readonly ended: ReadonlySet<string> }> {
  const programmes = [definition.id, ...(definition.variantOf ? [definition.variantOf] : [])]
  const rows = await listOwnSheets(work.tx, work.orgId, programmes)
  const licences = rows.some(({ licence_id }) => licence_id) ? await readLicences(work) : []
  const licenceOf = (id: string | null) => licences.find((one) => one.id === id)
  const ended = rows.filter(({ licence_id }) => licence_id && !licenceOf(licence_id)?.held)
  const open = rows.filter((row) => !ended.includes(row))
  const versions = await openVersions(work, open)
  const shipped = shippedSheets(definition).map(
    ({ prov: _prov, ref: _ref, ...sheet }): LibrarySheet => ({ ...sheet, from: 'naast', holder: null }),
  )
  const own = open.flatMap((row): LibrarySheet[] => {
    const live = liveVersion(versions.filter(({ sheet_id }) => sheet_id === row.id))
    return live
      ? [
          {
            ...live.content,
            id: row.id,
            version: live.number,
            from: 'own',
            holder: licenceOf(row.licence_id)?.holder ?? null,
          },
        ]
      : []
  })
  return { sheets: inOrderOfMoments([...shipped, ...own]), ended: new Set(ended.map(({ id }) => id)) }
}

/** The one that was asked for by its name, or the one that is for now. */
export function chosenSheet(
  { sheets, ended }: Awaited<ReturnType<typeof sheetsOf>>,
  sheetId: string | null,
  forNow: LibrarySheet | null,
): LibrarySheet | null {
  if (sheetId === null) return forNow
  if (ended.has(sheetId)) throw new Refused('sheet-licence-ended')
  const sheet = sheets.find(({ id }) => id === sheetId)
  if (!sheet) throw new NotFound()
  return sheet
}

/** Where she may be in danger at home no sheet goes there, whatever is on it (domain.md 7.6, H16). */
export const mayGoHome = (
  { safety }: Pick<ProgrammeDefinition, 'safety'>,
  sheet: Pick<SheetContent, 'mayGoHome'>,
): boolean => sheet.mayGoHome && safety.class.value === 'low_medium'
