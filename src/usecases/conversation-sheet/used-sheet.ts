import { findOwnSheet } from '#db/own-sheet.ts'
import type { SheetLanguage, SheetMoment, textIn } from '#domain/conversation-sheet/conversation-sheet.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { sheetLibraries } from '#programmes/sheets/libraries.ts'
import type { Work } from '#usecases/context.ts'
import { openVersions } from '#usecases/conversation-sheet/own-sheets.ts'
import { sheetsOf } from '#usecases/conversation-sheet/sheets-of.ts'
import { Invalid } from '#usecases/failure.ts'

interface Used {
  readonly sheet_id: string | null
  readonly sheet_version: number | null
}

export interface SheetTitle {
  readonly id: string
  readonly version: number
  readonly moment: SheetMoment
  /** In each language that the sheet was written in. */
  readonly titles: Partial<Record<SheetLanguage, string>>
}

const titlesOf = (texts: Parameters<typeof textIn>[0]['texts']): SheetTitle['titles'] =>
  Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, text.title]))

/** What may be chosen where a visit or a session is written down. */
export async function sheetChoices(
  work: Work,
  definition: Parameters<typeof sheetsOf>[1],
  at: SheetMoment['at'],
): Promise<SheetTitle[]> {
  const { sheets } = await sheetsOf(work, definition)
  return sheets
    .filter(({ moment }) => moment.at === at)
    .map(({ id, version, moment, texts }) => ({ id, version, moment, titles: titlesOf(texts) }))
}

/**
 * The columns that keep which sheet was used, with the version that is live now. Said again of what was written down
 * before, it keeps the version that was used then.
 */
export async function useSheet(
  work: Work,
  definition: Pick<ProgrammeDefinition, 'id' | 'variantOf' | 'materials'>,
  {
    sheetId,
    at,
    before,
    quiet = false,
  }: { sheetId: string | null; at: SheetMoment['at']; before: Used; quiet?: boolean },
): Promise<Used> {
  // After a loss nobody is asked, and what was written before it stays.
  if (quiet && sheetId === null) return { sheet_id: before.sheet_id, sheet_version: before.sheet_version }
  if (quiet) throw new Invalid({ sheet: 'not-valid' })
  if (sheetId === null) return { sheet_id: null, sheet_version: null }
  if (sheetId === before.sheet_id) return { sheet_id: sheetId, sheet_version: before.sheet_version }
  const found = (await sheetChoices(work, definition, at)).find(({ id }) => id === sheetId)
  if (!found) throw new Invalid({ sheet: 'not-valid' })
  return { sheet_id: found.id, sheet_version: found.version }
}

/** What these sheets are called, in the version that was used; also when it ended since, or its licence did. */
export async function readUsed(work: Work, rows: readonly Used[]): Promise<ReadonlyMap<string, SheetTitle>> {
  const used = new Map<string, SheetTitle>()
  for (const { sheet_id: id, sheet_version: version } of rows) {
    if (id === null || version === null || used.has(usedKey(id, version))) continue
    const shipped = Object.values(sheetLibraries)
      .flat()
      .find((one) => one.id === id)
    const row = shipped ? undefined : await findOwnSheet(work.tx, work.orgId, id)
    const own = row && (await openVersions(work, [row])).find((one) => one.number === version)?.content
    const content = shipped ?? own
    if (content)
      used.set(usedKey(id, version), {
        id,
        version,
        moment: content.moment,
        titles: titlesOf(content.texts),
      })
  }
  return used
}
export const usedKey = (id: string, version: number): string => `${id} ${version}`
export const titleOfUsed = (
  used: ReadonlyMap<string, SheetTitle>,
  { sheet_id: id, sheet_version: version }: Used,
): SheetTitle | null => (id === null || version === null ? null : (used.get(usedKey(id, version)) ?? null))
