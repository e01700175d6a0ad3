import {
  listLicences,
  listVersions,
  type OwnSheetRow,
  type OwnSheetVersionRow,
  type SheetLicenceRow,
} from '#db/own-sheet.ts'
import type { SheetContent } from '#domain/conversation-sheet/conversation-sheet.ts'
import { isHeld } from '#domain/conversation-sheet/own-sheet.ts'
import type { Work } from '#usecases/context.ts'
import {
  keptContent,
  keptTerms,
  licenceFields,
  sheetFields,
  versionPlace,
} from '#usecases/conversation-sheet/sheet-fields.ts'

export interface OpenVersion extends Omit<OwnSheetVersionRow, 'content_sealed'> {
  readonly content: SheetContent
}
export interface OpenLicence {
  readonly id: string
  readonly holder: string
  readonly note: string | null
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
  readonly held: boolean
}

/** All versions of these sheets, opened. */
export async function openVersions(
  work: Work,
  sheets: readonly Pick<OwnSheetRow, 'id'>[],
): Promise<OpenVersion[]> {
  if (sheets.length === 0) return []
  const ids = sheets.map(({ id }) => id)
  await work.vault.load(ids)
  const rows = await listVersions(work.tx, work.orgId, ids)
  return rows.flatMap(({ content_sealed, ...row }) => {
    const at = versionPlace(row.sheet_id, row.number)
    const kept = sheetFields.open(work.vault, row.sheet_id, at, 'content_sealed', content_sealed)
    return kept === null ? [] : [{ ...row, content: keptContent.parse(JSON.parse(kept)) }]
  })
}

/** Whose material this organisation may use and until when. */
export async function readLicences(work: Work): Promise<OpenLicence[]> {
  const rows = await listLicences(work.tx, work.orgId)
  await work.vault.load(rows.map(({ id }) => id))
  return rows.map((row) => openLicence(work, row))
}

function openLicence(work: Work, row: SheetLicenceRow): OpenLicence {
  const kept = licenceFields.open(work.vault, row.id, row.id, 'terms_sealed', row.terms_sealed)
  const { holder, note } = kept === null ? { holder: '—', note: null } : keptTerms.parse(JSON.parse(kept))
  const days = { from: row.from_day, until: row.until_day }
  return { id: row.id, holder, note, ...days, held: isHeld(days, work.today) }
}
