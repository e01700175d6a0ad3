import { z } from 'zod'
import { pictogramNames } from '#domain/conversation-sheet/pictogram.ts'
import { id, sourced } from '#domain/programme/provenance.ts'

/** What a sheet is for: a child of this age in whole months, or a session of a group by its number. */
export const sheetMoment = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('month'), month: z.number().int().min(0).max(240) }),
  z.strictObject({ at: z.literal('session'), session: z.number().int().min(1).max(60) }),
])
export type SheetMoment = z.output<typeof sheetMoment>

const line = z.string().trim().min(1).max(400)
/** One sheet in one language, in words that somebody who learns the language can read (B1). */
export const sheetText = z.strictObject({
  title: z.string().trim().min(1).max(80),
  /** What is told, a paragraph each. */
  text: z.array(line).min(1).max(6),
  /** Questions to open the talk with; none that can be answered by yes or no alone. */
  openings: z.array(line).min(1).max(6),
  /** For whoever stands beside her, and on no paper that goes home: what to watch for, and what to do then. */
  watchFor: z.array(line).min(1).max(6),
  /** Where there is help. */
  help: z.array(line).min(1).max(6),
})
export type SheetText = z.output<typeof sheetText>

/** Languages a sheet may be in: those of the pages, and those that leaflets for mothers begin with (domain.md 3.7). */
export const sheetLanguages = ['nl', 'en', 'ar', 'fa', 'uk', 'pl', 'ti', 'tr'] as const
export type SheetLanguage = (typeof sheetLanguages)[number]
/** Written from right to left. */
export const writtenFromRight: readonly SheetLanguage[] = ['ar', 'fa']

export const conversationSheet = z.strictObject({
  id,
  moment: sheetMoment,
  pictograms: z.array(z.enum(pictogramNames)).min(1).max(4),
  /** Whether a print may go home with her. Where somebody there may find it, it never may (domain.md 7.6, H16). */
  mayGoHome: z.boolean(),
  /** By language; one that is not there was not written, or waits for a speaker to read it. */
  texts: z.partialRecord(z.enum(sheetLanguages), sheetText),
  ...sourced,
})
export type ConversationSheet = z.output<typeof conversationSheet>

/** All sheets of one library, in the order of their moments. */
export type SheetLibrary = readonly ConversationSheet[]

/**
 * The sheet for a child of this age: that of its month, or the last one before it where a month has none. `null` before
 * the first.
 */
export function sheetForAge(library: SheetLibrary, months: number): ConversationSheet | null {
  let found: ConversationSheet | null = null
  let at = -1
  for (const sheet of library) {
    if (sheet.moment.at !== 'month' || sheet.moment.month > months || sheet.moment.month <= at) continue
    found = sheet
    at = sheet.moment.month
  }
  return found
}

export const sheetForSession = (library: SheetLibrary, session: number): ConversationSheet | null =>
  library.find(({ moment }) => moment.at === 'session' && moment.session === session) ?? null

/** The text in her language if there is one, else in the organisation's, else in Dutch or whatever there is. */
export function textIn(
  { texts }: Pick<ConversationSheet, 'texts'>,
  wanted: readonly string[],
): { language: SheetLanguage; text: SheetText } | null {
  for (const language of [...wanted, ...sheetLanguages]) {
    const known = sheetLanguages.find((one) => one === language)
    const text = known && texts[known]
    if (known && text) return { language: known, text }
  }
  return null
}
