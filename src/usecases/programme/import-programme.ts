import { z } from 'zod'
import { findNewestOwn } from '#db/programme-version.ts'
import type { DefinitionProblem } from '#domain/programme/check-definition.ts'
import { readProgrammeFile } from '#domain/programme/programme-file.ts'
import { programmePolicy } from '#domain/programme/programme-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { Refused } from '#usecases/failure.ts'
import { bringIn } from '#usecases/programme/bring-in.ts'
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
    const read = readProgrammeFile(text, (one) => work.digest(one).toString('hex'))
    if (isRefusal(read)) throw new Refused(read.refused)
    if ('problems' in read) return { draftId: null, problems: read.problems, conflicts: 0 }
    const own = await findNewestOwn(work.tx, work.orgId, read.definition.id)
    return { ...(await bringIn(work, read.definition, own)), problems: [] }
  },
})
