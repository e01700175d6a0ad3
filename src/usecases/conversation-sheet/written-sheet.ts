import { z } from 'zod'
import { sheetContent, sheetLanguages, sheetText } from '#domain/conversation-sheet/conversation-sheet.ts'

/** What is written of a sheet at a time: all that is not words, and one language. */
export const writtenSheet = {
  moment: sheetContent.shape.moment,
  pictograms: sheetContent.shape.pictograms,
  mayGoHome: z.boolean(),
  language: z.enum(sheetLanguages, 'choose-one'),
  /** `null` takes the language out. */
  text: sheetText.nullable(),
  /** Who still has to read it; nobody if it was read. */
  awaits: z
    .string()
    .trim()
    .max(80, 'too-long')
    .nullish()
    .transform((who) => who || null),
}
