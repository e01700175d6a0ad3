import { z } from 'zod'
import { dayInput } from '#domain/day.ts'
import { optionalText, phoneInput } from '#domain/person/person.ts'

/** How somebody around her stands to her, as she says it herself. */
export const aroundRelations = ['partner', 'ex_partner', 'household', 'family', 'beware'] as const
export type AroundRelation = (typeof aroundRelations)[number]

/** Names by which one and the same man may be known: his own, what he is called, what he was called. */
export const mostNames = 4

/**
 * Somebody around her as she tells of him: it is what she says and no established fact (domain.md 3.3). All of it is
 * sealed as one under her own key.
 */
export const aroundInput = z.strictObject({
  relation: z.enum(aroundRelations, { error: 'choose-one' }),
  names: z.array(z.string().trim().min(2).max(120)).min(1).max(mostNames),
  birthDay: dayInput.nullish().transform((day) => day ?? null),
  /** Where she knows no day. */
  birthYear: z
    .int()
    .min(1900, 'not-a-year')
    .max(2200, 'not-a-year')
    .nullish()
    .transform((year) => year ?? null),
  phone: phoneInput.nullish().transform((phone) => phone ?? null),
  worksAt: optionalText(120),
  words: optionalText(1000),
})
export type PersonAround = z.output<typeof aroundInput>

/** More than these in one file is a list that nobody keeps. */
export const mostAround = 20
