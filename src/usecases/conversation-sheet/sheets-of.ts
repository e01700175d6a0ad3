import type { ConversationSheet, SheetLibrary } from '#domain/conversation-sheet/conversation-sheet.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { sheetLibraries } from '#programmes/sheets/libraries.ts'
import { NotFound } from '#usecases/failure.ts'

/** The conversation sheets that this programme says it works with, in their order. */
export const sheetsOf = ({ materials }: Pick<ProgrammeDefinition, 'materials'>): SheetLibrary =>
  materials.flatMap(({ library }) => (library ? (sheetLibraries[library] ?? []) : []))

/** The one that was asked for by its name, or the one that is for now. */
export function chosenSheet(
  sheets: SheetLibrary,
  sheetId: string | null,
  forNow: ConversationSheet | null,
): ConversationSheet | null {
  if (sheetId === null) return forNow
  const sheet = sheets.find(({ id }) => id === sheetId)
  if (!sheet) throw new NotFound()
  return sheet
}

/** Where she may be in danger at home no sheet goes there, whatever is on it (domain.md 7.6, H16). */
export const mayGoHome = (
  { safety }: Pick<ProgrammeDefinition, 'safety'>,
  sheet: Pick<ConversationSheet, 'mayGoHome'>,
): boolean => sheet.mayGoHome && safety.class.value === 'low_medium'
