import { listOwnVersions } from '#db/programme-version.ts'
import { programmes } from '#programmes/registry.ts'
import type { Work } from '#usecases/context.ts'

/** Every version of this programme that exists here: that Naast came with, or that this organisation made. */
export async function knownVersions({ tx, orgId }: Work, programmeId: string): Promise<string[]> {
  const own = await listOwnVersions(tx, orgId)
  return [
    ...programmes.filter(({ id }) => id === programmeId).map(({ version }) => version),
    ...own.filter(({ programme_id }) => programme_id === programmeId).map(({ version }) => version),
  ]
}
