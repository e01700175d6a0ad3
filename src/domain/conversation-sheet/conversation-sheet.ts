import { z } from 'zod'
import { pictogramNames } from '#domain/conversation-sheet/pictogram.ts'
import { id, sourced } from '#domain/programme/provenance.ts'

/** What a sheet is for: a child of this age in whole months, or a session of a group by its number. */
export const sheetMoment = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('month'), month: z.number().int().min(0).max(240) }),
  z.strictObject({ at: z.literal('session'), session: z.number().int().min(1).max(60) }),
])
export type SheetMoment = z.output<typeof sheetMoment>

/** What would hide on a page, or turn the reading around, is no text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const plain = /^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$/
const words = (most: number) =>
  z.string().trim().min(1, 'required').max(most, 'too-long').regex(plain, 'not-plain-text')
const line = words(400)
/** One sheet in one language, in words that somebody who learns the language can read (B1). */
export const sheetText = z.strictObject({
  title: words(80),
  /** What is told, a paragraph each. */
  text: z.array(line).min(1).max(6),
  /** Questions to open the talk with; none that can be answered by yes or no alone. */
  openings: z.array(line).min(1).max(6),
  /** For whoever stands beside her, and on no paper that goes home: what to watch for, and what to do then. */
  watchFor: z.array(line).min(1).max(6),
  /** Where there is help. */
  help: z.array(line).min(1).max(6),
  /** How these two parts are called in a language that no page speaks; its writer says it. */
  headings: z.strictObject({ openings: words(60), help: words(60) }).optional(),
})
export type SheetText = z.output<typeof sheetText>

/** Languages a sheet may be in: those of the pages, and those that leaflets for mothers begin with (domain.md 3.7). */
export const sheetLanguages = ['nl', 'en', 'ar', 'fa', 'uk', 'pl', 'ti', 'tr'] as const
export type SheetLanguage = (typeof sheetLanguages)[number]
/** Written from right to left. */
export const writtenFromRight: readonly SheetLanguage[] = ['ar', 'fa']

/** What a sheet says, whoever wrote it. */
export const sheetContent = z.strictObject({
  moment: sheetMoment,
  pictograms: z.array(z.enum(pictogramNames)).min(1).max(4),
  /** Whether a print may go home with her. Where somebody there may find it, it never may (domain.md 7.6, H16). */
  mayGoHome: z.boolean(),
  /** By language; one that is not there was not written, or waits for a speaker to read it. */
  texts: z.partialRecord(z.enum(sheetLanguages), sheetText),
  /** Of a language that is there and that a speaker still has to read: who will. */
  awaits: z.partialRecord(z.enum(sheetLanguages), words(80)).optional(),
})
export type SheetContent = z.output<typeof sheetContent>

export const conversationSheet = sheetContent.extend({
  id,
  /** Counted up with every change of its words, so that a visit can say which ones were used. */
  version: z.int().min(1).max(10_000),
  ...sourced,
})
export type ConversationSheet = z.output<typeof conversationSheet>

const place = (moment: SheetMoment): number => (moment.at === 'month' ? moment.month : 1_000 + moment.session)
/** In the order of their moments; of one moment in the order in which they came. */
export const inOrderOfMoments = <Sheet extends Pick<ConversationSheet, 'moment'>>(
  sheets: readonly Sheet[],
): Sheet[] => sheets.toSorted((a, b) => place(a.moment) - place(b.moment))

/** All sheets of one library, in the order of their moments. */
export type SheetLibrary = readonly ConversationSheet[]

/** The sheet for a child of this age: that of its month, or the last one before it where a month has none. */
export const sheetForAge = <Sheet extends Pick<ConversationSheet, 'moment'>>(
  library: readonly Sheet[],
  months: number,
): Sheet | null => library.findLast(({ moment }) => moment.at === 'month' && moment.month <= months) ?? null

/** An organisation's own, which stands behind Naast's, goes before it. */
export const sheetForSession = <Sheet extends Pick<ConversationSheet, 'moment'>>(
  library: readonly Sheet[],
  session: number,
): Sheet | null =>
  library.findLast(({ moment }) => moment.at === 'session' && moment.session === session) ?? null

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
