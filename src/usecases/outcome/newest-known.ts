import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { compareVersions } from '#domain/programme/programme-version.ts'
import type { Work } from '#usecases/context.ts'

/** A programme as it is offered, or as it last was: women who are in it stay, also after it isn't offered any more. */
export const newestKnown = (
  { programmes }: Pick<Work, 'programmes'>,
  programmeId: string,
): ProgrammeDefinition | null =>
  programmes.find(programmeId) ??
  programmes.known
    .filter(({ id }) => id === programmeId)
    .toSorted((a, b) => compareVersions(b.version, a.version))[0] ??
  null
