import { z } from 'zod'
import { findMembers } from '#db/member.ts'
import { findOwnVersion } from '#db/programme-version.ts'
import { checkDefinition } from '#domain/programme/check-definition.ts'
import { differences } from '#domain/programme/definition-difference.ts'
import { programmePolicy } from '#domain/programme/programme-policy.ts'
import { mayDecide } from '#domain/programme/programme-version.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { memberFields } from '#usecases/member/member-fields.ts'
import { changesOf, draftDefinition, handsOf } from '#usecases/programme/held-draft.ts'
import { question } from '#usecases/use-case.ts'

/** One version that is being made, with all that is wrong with it, what was done to it by whom, and what differs from its original. */
export const readProgrammeDraft = question({
  name: 'read-programme-draft',
  may: programmePolicy.manage,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const row = await findOwnVersion(work.tx, work.orgId, id)
    if (!row) throw new NotFound()
    const changes = changesOf(row)
    const names = await namesOf(work, [row.made_by, row.decided_by, ...changes.map(({ by }) => by)])
    const { actor } = work
    return {
      id,
      programmeId: row.programme_id,
      version: row.version,
      lockVersion: row.lock_version,
      state: row.state,
      /** `null` if it can't be shown in forms any more; the problems say why. */
      definition: draftDefinition(row),
      problems: checkDefinition(row.definition).problems,
      base: row.base,
      differences: row.base === null ? [] : differences(row.base, row.definition),
      madeBy: names.get(row.made_by ?? '') ?? null,
      madeAt: row.made_at,
      decidedBy: names.get(row.decided_by ?? '') ?? null,
      decidedAt: row.decided_at,
      decidedWhy: row.decided_why,
      checksum: row.checksum,
      /** A second pair of eyes: neither its maker nor anybody who changed something in it. */
      mayDecide: actor.kind === 'member' && mayDecide(actor.memberId, handsOf(row)) === true,
      changes: changes.map((change) => ({ ...change, by: names.get(change.by) ?? null })).reverse(),
    }
  },
})
export type ProgrammeDraft = Awaited<ReturnType<typeof readProgrammeDraft>>

/** Colleagues' names; `—` for who is erased. */
async function namesOf(
  { tx, orgId, vault }: Work,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const rows = (await findMembers(tx, orgId)).filter((row) => ids.includes(row.id))
  if (rows.length > 0) await vault.load(rows.map(({ id }) => id))
  return new Map(
    rows.map(({ id, name_sealed }) => [
      id,
      memberFields.open(vault, id, id, 'name_sealed', name_sealed) ?? '—',
    ]),
  )
}
