import { z } from 'zod'
import { sheetContent } from '#domain/conversation-sheet/conversation-sheet.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** What a sheet says, and on what terms somebody else's may be used, each sealed under a key of its own. */
export const sheetFields = sealedFields('own_sheet_version', ['content_sealed'])
export const licenceFields = sealedFields('sheet_licence', ['terms_sealed'])

/** Our own writing, read as it was checked on its way in. */
export const keptContent = sheetContent
export const keptTerms = z.object({ holder: z.string(), note: z.string().nullable() })
export type KeptTerms = z.output<typeof keptTerms>

/** A version's place: its sheet and number. */
export const versionPlace = (sheetId: string, number: number): string => `${sheetId} ${number}`
