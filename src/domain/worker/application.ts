import { z } from 'zod'
import { hasBsn, withoutBsn } from '#domain/bsn.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { memberLanguages } from '#domain/member/language.ts'
import { emailInput, languageInput, nameInput, optionalText, phoneInput } from '#domain/person/person.ts'
import { addWorkingDays } from '#domain/working-days.ts'

/** What somebody tells who wants to stand beside a mother: how to reach her, and why. The rest is for the interview. */
export const applicationInput = z
  .strictObject({
    name: nameInput,
    phone: phoneInput.nullish().transform((phone) => phone ?? null),
    email: emailInput.nullish().transform((email) => email ?? null),
    languages: z.array(languageInput).max(4).default([]),
    programmes: z.array(z.string().max(80)).max(20).default([]),
    words: optionalText(2000),
    /** In which language she filled in the form. */
    language: z.enum(memberLanguages),
    agreed: z.boolean().refine((agreed) => agreed, 'agreement-needed'),
  })
  .refine(({ phone, email }) => phone !== null || email !== null, {
    path: ['phone'],
    message: 'phone-or-email',
  })
export type Application = z.output<typeof applicationInput>

/** Our own proposal; an organisation that promises something else still has to say what. */
const answerWithinWorkingDays = { value: 5, prov: 'to_confirm' } as const

/** The day by which she hears from somebody. */
export const answerBy = (received: Day): Day => addWorkingDays(received, answerWithinWorkingDays.value)
export const isLate = (by: Day, today: Day): boolean => isBefore(by, today)

/** Nobody asks for a BSN and nobody keeps one: where somebody typed it all the same, it is left out. */
export function applicationWithoutBsn(application: Application): Application {
  const part = (text: string) => (hasBsn(text) ? withoutBsn(text, '').text.trim() : text)
  const { name, email, words } = application
  return {
    ...application,
    name: { given: part(name.given) || '—', family: name.family && (part(name.family) || null) },
    email: email && hasBsn(email) ? null : email,
    words: words && withoutBsn(words).text,
  }
}
