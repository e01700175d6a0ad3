import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { T } from '#pages/words/words.ts'

/** A programme by its name, with which variant it is where two stand beside each other. */
export const programmeName = (
  t: T,
  { label, variantLabel }: Pick<ProgrammeDefinition, 'label' | 'variantLabel'>,
): string => [label[t.language], variantLabel?.[t.language]].filter(Boolean).join(', ')
