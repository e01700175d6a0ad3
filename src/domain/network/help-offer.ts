import { z } from 'zod'
import { areasInput } from '#domain/area/typed-areas.ts'
import type { Day } from '#domain/day.ts'
import { isBefore } from '#domain/day.ts'
import { languageInput, optionalText } from '#domain/person/person.ts'

/** What somebody may need help with: the life domains of domain.md 7.9. */
export const helpCategories = [
  'money',
  'housing',
  'work_education',
  'health_pregnancy',
  'mental_health',
  'addiction',
  'relations_safety',
  'social_network',
  'parenting',
  'papers_legal',
  'household',
  'language_digital',
] as const
export type HelpCategory = (typeof helpCategories)[number]

/** For whom it is. */
export const helpTargets = ['pregnant', 'young_child', 'mothers', 'families', 'fathers', 'everyone'] as const
export type HelpTarget = (typeof helpTargets)[number]

export const helpOfferInput = z.strictObject({
  category: z.enum(helpCategories),
  target: z.enum(helpTargets),
  /** Languages in which it is given; none named is not known. */
  languages: z.array(languageInput).max(40).default([]),
  /** Where it is given; nowhere named is where its organisation works. */
  areas: areasInput.default([]),
  /** As they said today; `null` if they did not say. */
  waitingWeeks: z.number().int().min(0).max(208).nullable(),
  words: optionalText(1000),
})
export type HelpOfferInput = z.output<typeof helpOfferInput>

/** A waiting time of a season ago sends women to closed doors. */
const freshDays = 90

/** The day on which somebody asks again whether this still holds. */
export const askAgainOn = (confirmedOn: Day): Day => confirmedOn.add({ days: freshDays })

/** Nobody has said for a season that this still holds. */
export const isStale = (confirmedOn: Day, today: Day): boolean => !isBefore(today, askAgainOn(confirmedOn))
