import { z } from 'zod'
import { id, param, sourced, words } from '#domain/programme/provenance.ts'

/** What a programme asks of parties beside it: something that is decided elsewhere, and the view of an expert. */
const days = z.number().int().min(1).max(366)

/**
 * Something that a party outside looks into, decides about and starts, e.g. a provision of the municipality. Terms are
 * calendar days: they say when somebody asks how it stands, and no right follows from them here.
 */
export const arrangement = z.strictObject({
  id,
  label: words,
  /** From the day it was asked until it was looked into (Wmo 2015 art. 2.3.2 for a municipality). */
  lookDays: param(days),
  /** From the application that follows until the decision (Wmo 2015 art. 2.3.5). */
  decideDays: param(days),
  /** From the decision until it starts. */
  startDays: param(days),
  ...sourced,
})
export type ArrangementTerm = z.output<typeof arrangement>

/** An expert whose view is asked, and within how many days an answer is looked for. */
export const consultation = z.strictObject({ id, label: words, answerDays: param(days), ...sourced })
export type ConsultationTerm = z.output<typeof consultation>
