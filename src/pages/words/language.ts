/** Languages the product speaks in full. Participant pages will speak more. */
export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

export const isLanguage = (text: unknown): text is Language => languages.some((language) => language === text)
