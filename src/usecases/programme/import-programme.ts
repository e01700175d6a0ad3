import { z } from 'zod'
import { json } from '#db/connection.ts'
import { findNewestOwn, insertOwnVersion, type ProgrammeVersionRow } from '#db/programme-version.ts'
import type { DefinitionProblem } from '#domain/programme/check-definition.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { settledFields } from '#domain/programme/definition-parts.ts'
import type { KeptChange } from '#domain/programme/draft-change.ts'
import { mergeDefinitions } from '#domain/programme/merge-definitions.ts'
import { readProgrammeFile } from '#domain/programme/programme-file.ts'
import { programmePolicy } from '#domain/programme/programme-policy.ts'
import { newestVersion, nextVersion } from '#domain/programme/programme-version.ts'
import { isRefusal } from '#domain/refusal.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { knownVersions } from '#usecases/programme/known-versions.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Takes in a programme from a file, as a draft that a second person still has to approve. If this organisation changed
 * the same programme before, the newer version and its own changes are brought together: its own stay, and what both
 * changed is named, to choose by hand.
 */
export const importProgramme = command({
  name: 'import-programme',
  action: 'create',
  may: programmePolicy.manage,
  input: z.strictObject({ text: z.string() }),
  async run(
    work,
    { text },
  ): Promise<{ draftId: string | null; problems: readonly DefinitionProblem[]; conflicts: number }> {
    const { tx, orgId, actor, now, newId, digest } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const read = readProgrammeFile(text, (one) => digest(one).toString('hex'))
    if (isRefusal(read)) throw new Refused(read.refused)
    if ('problems' in read) return { draftId: null, problems: read.problems, conflicts: 0 }
    const theirs = read.definition
    const own = await findNewestOwn(tx, orgId, theirs.id)
    const { definition, change } = own ? brought(own, theirs) : { definition: theirs, change: begun }
    const known = await knownVersions(work, definition.id)
    const fits =
      !known.includes(theirs.version) && newestVersion([...known, theirs.version]) === theirs.version
    const version = fits ? theirs.version : nextVersion([...known, theirs.version])
    const id = newId()
    const made = await insertOwnVersion(tx, {
      org_id: orgId,
      id,
      programme_id: definition.id,
      version,
      state: 'draft',
      definition: json({ ...definition, version }),
      base: json(theirs),
      changes: json([{ ...change, by: actor.memberId, when: now.toString() }]),
      checksum: null,
      made_by: actor.memberId,
      made_at: now,
      submitted_at: null,
      decided_by: null,
      decided_at: null,
      decided_why: null,
    })
    if (!made) throw new Refused('version-taken')
    return { draftId: id, problems: [], conflicts: change.conflicts?.length ?? 0 }
  },
})

type Change = Omit<KeptChange, 'by' | 'when'>
const begun: Change = { at: '', what: 'begun' }

/** Their newer version with our changes in it. What a programme is called here stays as we have it. */
function brought(
  own: ProgrammeVersionRow,
  theirs: ProgrammeDefinition,
): { definition: ProgrammeDefinition; change: Change } {
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
