import type { ProgrammeDefinition } from '#domain/programme/definition.ts'

/**
 * From which states a woman comes into a group. Where the group is the programme she waits for it; where she also has
 * somebody beside her, she comes as soon as she is on the list and for as long as it lasts.
 */
export const candidateStates = ({
  shape,
}: Pick<ProgrammeDefinition, 'shape'>): readonly ('waiting' | 'active')[] =>
  shape.value === 'closed_group' ? ['waiting'] : shape.value === 'mixed' ? ['waiting', 'active'] : []

export const mayBeCandidate = (definition: Pick<ProgrammeDefinition, 'shape'>, state: string): boolean =>
  candidateStates(definition).some((one) => one === state)
