import { type Day, monthsBetween } from '#domain/day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { talkSheetTopics } from '#domain/programme/talk-sheet-topics.ts'

/** Talk sheets for the child's age on the day of a visit; before the birth those for a newborn and of all ages. */
export const topicsFor = (definition: ProgrammeDefinition, bornOn: Day | null, on: Day) =>
  talkSheetTopics(definition, bornOn ? Math.max(0, monthsBetween(bornOn, on)) : 0).map(
    ({ id, title, opening }) => ({ id, title, opening }),
  )
