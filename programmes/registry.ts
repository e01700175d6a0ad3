import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { evtGroup } from './evt-group.ts'
import { memosa } from './memosa.ts'
import { mim, mim24 } from './mim.ts'
import { mimDenHaag, mimNizw2004 } from './mim-variants.ts'
import { mvr } from './mvr.ts'

/** Every programme that Naast carries; the first is what a form offers when nobody chose. */
export const programmes: readonly ProgrammeDefinition[] = [
  mim,
  mim24,
  mimNizw2004,
  mimDenHaag,
  memosa,
  mvr,
  evtGroup,
]

/**
 * The definition with this id; with a version, exactly that one, because a running trajectory keeps the version it
 * started under. `null` if there is none.
 */
export const findProgramme = (id: string, version?: string): ProgrammeDefinition | null =>
  programmes.find(
    (programme) => programme.id === id && (version === undefined || programme.version === version),
  ) ?? null
