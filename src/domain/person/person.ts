import { z } from 'zod'
import { dayInput } from '#domain/day.ts'

/** Free text of at most `max` characters; trimmed, and empty means absent. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || null)

/** A person's name as she uses it. A single name goes in `given`. */
export const nameInput = z.strictObject({
  given: z.string().trim().min(1).max(100),
  family: optionalText(100),
})
export type Name = z.output<typeof nameInput>

export const fullName = (name: Name): string => (name.family ? `${name.given} ${name.family}` : name.given)

/** `1234 AB` as it is written on a letter; also read without the space and in small letters. */
export const postcodeInput = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[1-9]\d{3}\s?[A-Z]{2}$/, 'not-a-postcode')
  .transform((text) => `${text.slice(0, 4)} ${text.slice(-2)}`)

export const addressInput = z.strictObject({
  street: optionalText(120),
  houseNumber: optionalText(20),
  postcode: postcodeInput.nullish().transform((postcode) => postcode ?? null),
  place: optionalText(80),
})
export type Address = z.output<typeof addressInput>

/** The four digits of a postcode: the only part of an address that stands unencrypted, for distance and counts. */
export const areaOf = (address: Address | null): string | null => address?.postcode?.slice(0, 4) ?? null

/** A language as BCP 47 writes it (`nl`, `ti`, `ar`), lower case. */
export const languageInput = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/, 'not-a-language')

/** E.164, as `readPhone` in `#domain/person/phone.ts` writes it: `+31612345678`. */
export const phoneInput = z.string().regex(/^\+[1-9]\d{6,14}$/, 'not-a-phone-number')
export const emailInput = z.email('not-an-email').max(254).trim()

export const personInput = z.strictObject({
  name: nameInput,
  phone: phoneInput.nullish().transform((phone) => phone ?? null),
  email: emailInput.nullish().transform((email) => email ?? null),
  birthDay: dayInput.nullish().transform((day) => day ?? null),
  address: addressInput.nullish().transform((address) => address ?? null),
  languages: z.array(languageInput).max(10).default([]),
  /** Language of an interpreter she wants, if she wants one. */
  interpreter: languageInput.nullish().transform((language) => language ?? null),
})
/** What is known about one person; the mother's, each child's and a worker's are separate files. */
export type PersonData = z.output<typeof personInput>
