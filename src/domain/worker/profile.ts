import { z } from 'zod'

/**
 * What is compared when two people are matched. What a worker shares here is her own choice; an empty list means
 * that it isn't known, never that there is nothing. Lists are short on purpose: two people must be able to meet in
 * the same word. Proposals of ours (domain.md 6.3 names the criteria, not their values).
 */
export const backgrounds = [
  'netherlands',
  'morocco',
  'turkey',
  'suriname',
  'caribbean',
  'cape_verde',
  'ghana',
  'nigeria',
  'somalia',
  'eritrea_ethiopia',
  'sudan',
  'syria',
  'iraq',
  'iran',
  'afghanistan',
  'pakistan_india',
  'china',
  'indonesia',
  'poland',
  'ukraine',
  'bulgaria_romania',
  'latin_america',
  'elsewhere',
] as const
export type Background = (typeof backgrounds)[number]

export const interests = [
  'cooking',
  'walking',
  'sports',
  'reading',
  'music',
  'crafts',
  'nature',
  'faith',
  'language_learning',
  'work_and_study',
  'games',
  'film',
] as const

/** What a woman lives through with her child, and what a worker knows from her own life. */
export const childSituations = [
  'first_child',
  'several_children',
  'multiple_birth',
  'premature',
  'crying_or_sleep',
  'feeding',
  'illness_or_disability',
  'young_mother',
  'alone',
  'loss',
] as const

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export const dayParts = ['morning', 'afternoon', 'evening'] as const
export type Slot = `${(typeof weekdays)[number]}_${(typeof dayParts)[number]}`
/** The 21 parts of a week. */
export const slots: readonly Slot[] = weekdays.flatMap((day) =>
  dayParts.map((part): Slot => `${day}_${part}`),
)

const some = <const Values extends readonly string[]>(values: Values) =>
  z
    .array(z.enum(values))
    .max(values.length)
    .default([])
    .transform((chosen) => [...new Set(chosen)])

/** What both sides say about themselves for a match. */
export const profileInput = z.strictObject({
  backgrounds: some(backgrounds),
  interests: some(interests),
  childSituations: some(childSituations),
  availability: z
    .array(z.string().refine((slot): slot is Slot => slots.some((known) => known === slot), 'not-valid'))
    .max(slots.length)
    .default([])
    .transform((chosen) => [...new Set(chosen)]),
})
export type Profile = z.output<typeof profileInput>
export const emptyProfile: Profile = { backgrounds: [], interests: [], childSituations: [], availability: [] }

/** A row's codes, without those that later versions no longer know. */
export const knownProfile = (codes: { [Key in keyof Profile]: readonly string[] }): Profile => ({
  backgrounds: backgrounds.filter((code) => codes.backgrounds.includes(code)),
  interests: interests.filter((code) => codes.interests.includes(code)),
  childSituations: childSituations.filter((code) => codes.childSituations.includes(code)),
  availability: slots.filter((code) => codes.availability.includes(code)),
})
