import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { TalkSheet } from '#domain/programme/talk-sheet.ts'

/** Subjects that fit a child of this age in whole months: those for its age first, then those of all ages. */
export function talkSheetTopics(definition: ProgrammeDefinition, ageMonths: number): readonly TalkSheet[] {
  const fitting = definition.talkSheets.filter(
    ({ fromMonths, untilMonths }) =>
      ageMonths >= fromMonths && (untilMonths === null || ageMonths < untilMonths),
  )
  return [
    ...fitting.filter((sheet) => sheet.untilMonths !== null),
    ...fitting.filter((sheet) => sheet.untilMonths === null),
  ]
}
