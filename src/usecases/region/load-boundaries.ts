import { z } from 'zod'
import { replaceBoundaries } from '#db/boundary.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { isRefusal } from '#domain/refusal.ts'
import { readBoundaries } from '#domain/region/boundary-file.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** As large as a file of a whole country's districts. */
export const largestBoundaryFile = 12 * 1024 * 1024

/**
 * Reads in the boundaries of municipalities or districts, instead of those of that level that were there. What is read
 * holds for the division of one year; who made them is said under every map, as their licences ask.
 */
export const loadBoundaries = command({
  name: 'load-boundaries',
  action: 'update',
  may: (actor) => isMemberWith(actor, 'administrator'),
  input: z.strictObject({
    text: z.string().min(1, 'required').max(largestBoundaryFile),
    source: z.string().trim().min(1, 'required').max(200),
    year: z.int('not-a-year').min(1995, 'not-a-year').max(2100, 'not-a-year'),
  }),
  async run({ tx, orgId, actor, newId, today }, { text, source, year }) {
    if (actor.kind !== 'member') throw new Forbidden()
    const read = readBoundaries(text)
    if (isRefusal(read)) throw new Refused(read.refused)
    const { level, regions, leftOut } = read
    await replaceBoundaries(
      tx,
      {
        org_id: orgId,
        id: newId(),
        level,
        source,
        year,
        regions: regions.length,
        left_out: leftOut,
        loaded_by: actor.memberId,
        loaded_on: today,
      },
      regions,
    )
    return { level, regions: regions.length, leftOut }
  },
})
