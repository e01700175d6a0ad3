import { json } from '#db/connection.ts'
import type { ProgrammeVersionRow } from '#db/programme-version.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { settledFields } from '#domain/programme/definition-parts.ts'
import { mergeDefinitions } from '#domain/programme/merge-definitions.ts'
import { newestVersion, nextVersion } from '#domain/programme/programme-version.ts'
import type { Work } from '#usecases/context.ts'
import { insertDraft, type NewChange } from '#usecases/programme/held-draft.ts'
import { knownVersions } from '#usecases/programme/known-versions.ts'

/**
 * Makes a draft of a definition that comes from elsewhere. With a version of our own that came from the same, theirs
 * and ours are brought together: what only they changed is taken over, what we changed stays, and what both did is
 * named, to choose by hand.
 */
export async function bringIn(
  work: Work,
  theirs: ProgrammeDefinition,
  own: Pick<ProgrammeVersionRow, 'definition' | 'base'> | undefined,
): Promise<{ draftId: string; conflicts: number }> {
  const { definition, change } = own ? brought(own, theirs) : { definition: theirs, change: begun }
  const known = await knownVersions(work, definition.id)
  const fits = !known.includes(theirs.version) && newestVersion([...known, theirs.version]) === theirs.version
  const version = fits ? theirs.version : nextVersion([...known, theirs.version])
  const draftId = await insertDraft(work, {
    definition: { ...definition, version },
    base: json(theirs),
    change,
  })
  return { draftId, conflicts: change.conflicts?.length ?? 0 }
}

const begun: NewChange = { at: '', what: 'begun' }

/** Their newer version with our changes in it. What a programme is called here stays as we have it. */
function brought(
  own: Pick<ProgrammeVersionRow, 'definition' | 'base'>,
  theirs: ProgrammeDefinition,
): { definition: ProgrammeDefinition; change: NewChange } {
  const ours = own.definition as ProgrammeDefinition
  const { whole, conflicts } = mergeDefinitions(own.base ?? ours, theirs, ours)
  const definition = { ...(whole as ProgrammeDefinition), id: ours.id, variantOf: ours.variantOf }
  return {
    definition,
    change: {
      at: '',
      what: 'merged',
      conflicts: conflicts
        .filter(({ at }) => !settledFields.includes(at[0] ?? ''))
        .map(({ at, base, theirs: there, ours: here }) => ({
          at: at.join('.'),
          base,
          theirs: there,
          ours: here,
        })),
    },
  }
}
