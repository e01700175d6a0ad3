import { z } from 'zod'

const word = z
  .string()
  .max(60, 'too-long')
  .transform((text) => plainWord(text))
  .refine((text) => [...text].length >= 3, 'lone-word-too-short')
  .refine((text) => [...text].length <= 30, 'too-long')

/** As it is compared: a thumb on a cheap phone adds capitals and spaces of its own. */
export const plainWord = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Her two words. A slip in the one must never become the other: they begin with another letter. */
export const loneWordsInput = z
  .strictObject({ safe: word, duress: word })
  .refine(({ safe, duress }) => safe.charAt(0) !== duress.charAt(0), {
    path: ['duress'],
    message: 'lone-words-alike',
  })
