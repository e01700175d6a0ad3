import { z } from 'zod'
import { type SheetContent, sheetContent } from '#domain/conversation-sheet/conversation-sheet.ts'
import { nestsTooDeep, parsed } from '#domain/programme/programme-file.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** Sheets of a whole programme in eight languages are some hundreds of kilobytes; nobody reads more than this. */
export const largestSheetFile = 1_000_000
export const mostSheets = 120

const file = z.strictObject({
  kind: z.literal('naast-sheets'),
  format: z.literal(1),
  sheets: z.array(z.unknown()).min(1).max(mostSheets),
})

export type SheetFile =
  | { readonly sheets: readonly SheetContent[] }
  /** Which of them, and where in it. */
  | { readonly problems: readonly { readonly sheet: number; readonly field: string }[] }
  | Refusal<'sheet-file-too-large' | 'sheet-file-unreadable' | 'sheet-file-other'>

/** Sheets from a file. Size and depth are looked at before anything is parsed; all of them are right, or none comes in. */
export function readSheetFile(text: string): SheetFile {
  if (text.length > largestSheetFile) return refuse('sheet-file-too-large')
  if (nestsTooDeep(text)) return refuse('sheet-file-unreadable')
  const json = parsed(text.replace(/^\ufeff/, ''))
  if (json === undefined) return refuse('sheet-file-unreadable')
  const read = file.safeParse(json)
  if (!read.success) return refuse('sheet-file-other')
  const sheets = read.data.sheets.map((one) => sheetContent.safeParse(one))
  const problems = sheets.flatMap((one, at) =>
    one.success
      ? Object.keys(one.data.texts).length === 0
        ? [{ sheet: at + 1, field: 'texts' }]
        : []
      : one.error.issues
          .slice(0, 3)
          .map(({ path }) => ({ sheet: at + 1, field: path.join('.').slice(0, 80) })),
  )
  if (problems.length > 0) return { problems: problems.slice(0, 20) }
  return { sheets: sheets.flatMap(({ data }) => (data ? [data] : [])) }
}
