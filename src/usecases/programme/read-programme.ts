import { z } from 'zod'
import { findOffers } from '#db/programme.ts'
import { listOwnVersions } from '#db/programme-version.ts'
import { programmePolicy } from '#domain/programme/programme-policy.ts'
import { compareVersions, newestVersion } from '#domain/programme/programme-version.ts'
import { programmes } from '#programmes/registry.ts'
import { NotFound } from '#usecases/failure.ts'
import { question } from '#usecases/use-case.ts'

/** One programme in one version, unless said otherwise the one that is offered, and which other versions there are. */
export const readProgramme = question({
  name: 'read-programme',
  may: programmePolicy.read,
  input: z.strictObject({
    programmeId: z.string().max(60),
    version: z
      .string()
      .max(20)
      .nullish()
      .transform((version) => version || null),
  }),
  async run({ tx, orgId, today, programmes: shelf }, { programmeId, version }) {
    const own = (await listOwnVersions(tx, orgId)).filter(
      (row) => row.programme_id === programmeId && row.state === 'published',
    )
    const shipped = programmes.filter(({ id }) => id === programmeId)
    const versions = [
      ...shipped.map((one) => ({ version: one.version, own: false, publishedAt: null })),
      ...own.map((row) => ({ version: row.version, own: true, publishedAt: row.decided_at })),
    ].sort((a, b) => compareVersions(b.version, a.version))
    const offered = shelf.find(programmeId)
    const wanted = version ?? offered?.version ?? newestVersion(versions.map((one) => one.version))
    const definition = wanted === null ? null : shelf.find(programmeId, wanted)
    if (!definition) throw new NotFound()
    const standing = (await findOffers(tx, orgId)).findLast(
      (offer) =>
        offer.programme_id === programmeId &&
        offer.version === offered?.version &&
        Temporal.PlainDate.compare(offer.from_day, today) <= 0,
    )
    return {
      definition,
      /** What is wrong with it, if it doesn’t fit any more what a definition may say. */
      outgrown: shelf.outgrown.find((one) => one.id === programmeId && one.version === wanted) ?? null,
      versions,
      offered: offered && {
        version: offered.version,
        from: standing?.from_day ?? null,
        until: standing?.until_day ?? null,
      },
    }
  },
})
