import type { T } from '#pages/words/words.ts'

/** A training in the words of the programme that asks it; its code where no programme has words for it. */
export const trainingName = (
  t: T,
  asked: readonly { readonly code: string; readonly label: Readonly<Record<'nl' | 'en', string>> | null }[],
  code: string,
): string => asked.find((one) => one.code === code)?.label?.[t.language] ?? code
