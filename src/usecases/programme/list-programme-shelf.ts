import { z } from 'zod'
import { listOwnVersions } from '#db/programme-version.ts'
import { programmePolicy } from '#domain/programme/programme-policy.ts'
import type { Words } from '#domain/programme/provenance.ts'
import { programmes } from '#programmes/registry.ts'
import { newerOf, originOf } from '#usecases/programme/newer-original.ts'
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
    // Of each programme the newest version of our own: that is what a newer original would be brought together with.
    const newest = own.filter(
      ({ programme_id }, at) => own.findIndex((row) => row.programme_id === programme_id) === at,
    )
    return {
      offered: shelf.offered,
      outgrown: shelf.outgrown,
      notOffered,
      /** Own programmes of whose original Naast came with a newer version. */
      newer: newest.flatMap((row) => {
        const origin = originOf(row.origin)
        const original = newerOf(origin)
        return origin && original
          ? [
              {
                id: row.id,
                programmeId: row.programme_id,
                label: row.label as Words | null,
                variantLabel: row.variant_label as Words | null,
                copiedFrom: origin.version,
                original,
              },
            ]
          : []
      }),
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
