import { z } from 'zod'
import { id, param, sourced, words } from '#domain/programme/provenance.ts'

const count = z.number().int().min(0).max(1000)
const days = z.number().int().min(1).max(3660)

export const safetyClasses = ['low_medium', 'high', 'very_high'] as const
export type SafetyClass = (typeof safetyClasses)[number]

/** How safe she may be expected to be, and what follows from that. */
export const safetyTerms = z.strictObject({
  class: param(z.enum(safetyClasses)),
  /** Nothing is sent and no number shown without the safe-contact agreement (C-9). */
  safeContactMandatory: param(z.boolean()),
  reconfirmSafeContactDays: param(days),
  /** A page of her own for the mother. */
  portal: param(z.enum(['off', 'optional', 'on'])),
  visitCheckIn: param(z.enum(['off', 'optional', 'required'])),
  /** So long after the end that she gave a worker has to say that she is out, before others are called. */
  checkInGraceMinutes: param(z.number().int().min(5).max(120)).optional(),
  screenAtIntake: param(z.boolean()),
  /** Her safety is asked after again every so many days; without it only when there is a reason. */
  rescreenEveryDays: param(days).optional(),
  /** Asks after the children's safety at intake. */
  kindcheck: param(z.boolean()),
  /** Visits at which the children's safety is asked after again. */
  kindcheckAtVisits: param(z.array(count.min(1)).max(20)).optional(),
  /** She may be reminded of a visit, if she wants that; where nothing is said yes, but in the highest class no. */
  reminders: param(z.boolean()).optional(),
  /** After this visit there is a safety plan. */
  safetyPlanByVisit: param(count.min(1)).optional(),
  redFlagSetId: id.optional(),
  redFlags: z
    .array(z.strictObject({ id, label: words, highest: z.boolean().default(false), ...sourced }))
    .max(40)
    .default([]),
  /** Working days within which somebody has looked at a red flag. */
  redFlagReviewWorkdays: param(count.min(1)).optional(),
  /** How soon a worry of a worker is answered; "danger now" always at once. */
  concernAnswer: z
    .strictObject({ veryWorriedHours: param(count.min(1)), worriedWorkdays: param(count.min(1)) })
    .optional(),
})
