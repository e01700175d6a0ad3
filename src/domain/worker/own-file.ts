import { z } from 'zod'
import { type Day, isBefore } from '#domain/day.ts'
import { travelModes } from '#domain/match/travel.ts'
import { languageInput } from '#domain/person/person.ts'
import { profileInput } from '#domain/worker/profile.ts'

/** Ages of children that she knows well, or would like to be with; proposals of ours. */
export const childAges = ['pregnancy', 'newborn', 'baby', 'toddler', 'preschool'] as const
export type ChildAge = (typeof childAges)[number]
/** What she would rather not meet on a visit: an allergy, a bad knee, or her own reasons. */
export const avoided = ['pets', 'smoking', 'stairs'] as const
export type Avoided = (typeof avoided)[number]

/** Of these values, each once; nothing said is none. */
export const some = <const Values extends readonly string[]>(values: Values) =>
  z
    .array(z.enum(values))
    .max(values.length)
    .default([])
    .transform((chosen) => [...new Set(chosen)])
/** Languages, each once. */
export const languageList = z
  .array(languageInput)
  .max(10)
  .transform((codes) => [...new Set(codes)])

/** What she says of herself and changes herself. All of it is her own choice; nothing of it is needed to begin. */
export const ownFileInput = z.strictObject({
  speaks: languageList,
  reads: languageList,
  profile: profileInput,
  childAges: some(childAges),
  avoids: some(avoided),
  travels: some(travelModes),
  /** Women she wants at the same time now; 0 for none at the moment. */
  capacity: z.int().min(0).max(20),
})

export const awayKinds = ['away', 'phone_only'] as const
export type AwayKind = (typeof awayKinds)[number]
export interface Away {
  readonly kind: AwayKind
  readonly from: Day
  readonly until: Day
}

/** What is wrong with such a period, by field. */
export function awayProblems({ from, until }: Omit<Away, 'kind'>, today: Day): Record<string, string> {
  if (isBefore(until, from)) return { until: 'before-it-began' }
  return isBefore(until, today) ? { until: 'already-over' } : {}
}

/** What stands in the way of a contact on this day; a phone call goes on where she is only there by phone. */
export const awayOn = (periods: readonly Away[], day: Day, byPhone: boolean): Away | null =>
  periods.find(
    ({ kind, from, until }) =>
      !isBefore(day, from) && !isBefore(until, day) && !(kind === 'phone_only' && byPhone),
  ) ?? null
