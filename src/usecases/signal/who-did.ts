import { findMembersByIds } from '#db/member.ts'
import type { Work } from '#usecases/context.ts'
import { memberFields } from '#usecases/member/member-fields.ts'

/** How these colleagues are called; who was erased has no name. */
export async function whoDid(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  await work.vault.load(wanted)
  work.about({ person: wanted })
  const names = new Map<string, string>()
  for (const { id, name_sealed } of await findMembersByIds(work.tx, work.orgId, wanted)) {
    const name = memberFields.open(work.vault, id, id, 'name_sealed', name_sealed)
    if (name) names.set(id, name)
  }
  return names
}
