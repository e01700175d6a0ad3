import { z } from 'zod'
import { isInForce, type Permission } from '#domain/instrument/licence-gate.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'

/** What a permission says of the questionnaire's texts: asked from the holder's own form, or kept and shown here too. */
export const textTerms = ['own_form', 'kept_here'] as const
export type TextTerm = (typeof textTerms)[number]

/** Of a file with the texts, in bytes; those of sixty long questions take a third of it. */
export const largestTextsFile = 256 * 1024
export const longestText = 600
export const longestLabel = 300

/** The texts of one questionnaire in one language, as its holder wrote them: words alone, nothing that counts. */
export const instrumentTexts = z.strictObject({
  stem: z.string().max(longestText).nullable(),
  /** By item, with each choice by its value. */
  items: z.record(
    z.string(),
    z.strictObject({
      text: z.string().max(longestText),
      labels: z.record(z.string(), z.string().max(longestLabel)),
    }),
  ),
})
export type InstrumentTexts = z.output<typeof instrumentTexts>

/**
 * The same questionnaire with these texts. Everything else stays the shelf's: what answers count for, what alarms, how
 * it may be asked, and that its texts may not leave (`licence.embed`), so that no file ever holds them.
 */
export const withTexts = (
  instrument: ShelfInstrument,
  language: string,
  texts: InstrumentTexts,
): ShelfInstrument => ({
  ...instrument,
  language,
  stem: texts.stem,
  items: instrument.items.map((item) => ({
    ...item,
    text: texts.items[item.id]?.text ?? null,
    choices: item.choices.map((choice) => ({
      ...choice,
      label: texts.items[item.id]?.labels[String(choice.value)] ?? null,
    })),
  })),
})

/** Are there words to show: Naast's own to give, or those that a holder of the licence loaded? */
export const hasTexts = ({ items }: Pick<ShelfInstrument, 'items'>): boolean =>
  items.every(({ text }) => text !== null)

/** May the texts that were loaded be shown today? Only while a permission that says so is in force. */
export const mayShowTexts = (
  permissions: readonly (Permission & { readonly texts: TextTerm })[],
  today: Temporal.PlainDate,
): boolean => permissions.some((one) => one.texts === 'kept_here' && isInForce(one, today))

/** A text that anybody could have typed: no markup, no references, nothing that can't be seen. */
export function isPlainText(text: string): boolean {
  return !(
    /<\s*[a-z/!?]/i.test(text) ||
    /&(#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);/i.test(text) ||
    // Zero-width joiners stay: Persian is spelled with them. Line breaks inside a question do too.
    /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u.test(text)
  )
}
