import { z } from 'zod'
import { listOwnVersions } from '#db/programme-version.ts'
import { programmePolicy } from '#domain/programme/programme-policy.ts'
import type { Words } from '#domain/programme/provenance.ts'
import { programmes } from '#programmes/registry.ts'
import { question } from '#usecases/use-case.ts'

/** Everything this organisation can offer, and what is being made: shipped and own programmes, drafts first. */
export const listProgrammeShelf = question({
  name: 'list-programme-shelf',
  may: programmePolicy.manage,
  input: z.strictObject({}),
  async run({ tx, orgId, programmes: shelf }) {
    const own = await listOwnVersions(tx, orgId)
    const offered = new Set(shelf.offered.map(({ id }) => id))
    const published = own
      .filter(({ state }) => state === 'published')
      .flatMap(({ programme_id, version }) => shelf.find(programme_id, version) ?? [])
    const ids = new Set<string>()
    const notOffered = [...published, ...programmes].filter(({ id, version }) => {
      if (ids.has(id) || offered.has(id)) return false
      if (shelf.outgrown.some((one) => one.id === id && one.version === version)) return false
      ids.add(id)
      return true
    })
    return {
      offered: shelf.offered,
      outgrown: shelf.outgrown,
      notOffered,
      drafts: own
        .filter(({ state }) => state === 'draft' || state === 'review')
        .map((row) => ({
          id: row.id,
          programmeId: row.programme_id,
          version: row.version,
          state: row.state,
          label: row.label as Words | null,
          variantLabel: row.variant_label as Words | null,
        })),
    }
  },
})
export type ProgrammeShelfView = Awaited<ReturnType<typeof listProgrammeShelf>>
