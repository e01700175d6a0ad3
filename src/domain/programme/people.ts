import type { ProgrammeDefinition } from '#domain/programme/definition.ts'

/** Whom a programme is for: women only, or anybody, a father for one. Pages speak of a person accordingly. */
export const peopleKinds = ['women', 'anybody'] as const
export type People = (typeof peopleKinds)[number]

export const peopleOf = ({ terms }: Pick<ProgrammeDefinition, 'terms'>): People => terms.people ?? 'women'

/** Where it isn't known yet which of these programmes it will be. */
export const peopleOfAll = (programmes: readonly Pick<ProgrammeDefinition, 'terms'>[]): People =>
  programmes.every((programme) => peopleOf(programme) === 'women') ? 'women' : 'anybody'
