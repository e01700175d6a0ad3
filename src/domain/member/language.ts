/** Languages a member can have Naast in. */
export const memberLanguages = ['nl', 'en'] as const
export type Language = (typeof memberLanguages)[number]

export const languageOf = (text: string): Language =>
  memberLanguages.find((language) => language === text) ?? 'nl'
