import { z } from 'zod'
import { readIban } from '#domain/expense/iban.ts'
import { bankLetters } from '#domain/expense/payment-file.ts'

/** Where money goes or comes from. A name in letters that no bank can read would reach nobody. */
export const accountInput = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'required')
    .max(70, 'too-long')
    .refine((name) => /[A-Za-z]/.test(bankLetters(name, 70)), 'not-bank-letters'),
  iban: z.string().transform((typed, context) => {
    const iban = readIban(typed)
    if (iban) return iban
    context.addIssue({ code: 'custom', message: typed.trim() === '' ? 'required' : 'not-an-iban' })
    return z.NEVER
  }),
})

/** For an hour the limit is another before 21 years; nothing more is asked of her age. */
export const ageClasses = ['adult', 'younger'] as const
export type AgeClass = (typeof ageClasses)[number]
