/**
 * Who else was there. She herself was, or it was no contact. Her partner stands first: that he sat beside her says how
 * freely she could speak (domain.md 7.1).
 */
export const presentPeople = [
  'partner',
  'children',
  'family',
  'interpreter',
  'professional',
  'other',
] as const
export type Present = (typeof presentPeople)[number]
