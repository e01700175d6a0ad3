import { z } from 'zod'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import { memberLanguages } from '#domain/member/language.ts'

/** Colours an organisation may wear: Naast's own, or a municipality's token file. */
export const themes = ['naast', 'denhaag', 'rotterdam'] as const
export type Theme = (typeof themes)[number]

export const organisationPolicy = {
  settings: (actor: Actor) => isMemberWith(actor, 'administrator'),
} as const

/** What an administrator may change about the organisation itself. */
export const organisationSettings = z.strictObject({
  name: z.string().trim().min(2).max(200),
  language: z.enum(memberLanguages),
  theme: z.enum(themes),
  /** Where 'leave this page' on a participant's pages leads; `null` for the weather. Never a page that tells. */
  exitUrl: z
    .string()
    .trim()
    .max(200)
    .nullish()
    .transform((text) => text || null)
    .refine((text) => text === null || (/^https:\/\//.test(text) && URL.canParse(text)), 'not-an-address'),
})
