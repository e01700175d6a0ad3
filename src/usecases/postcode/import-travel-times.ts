import { z } from 'zod'
import { countTravelTimes, upsertTravelTimes } from '#db/travel-time.ts'
import { longestMinutes, travelModes } from '#domain/match/travel.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { command } from '#usecases/use-case.ts'

const area = z
  .string()
  .trim()
  .regex(/^[1-9]\d{3}$/, 'not-a-postcode')

/**
 * Takes in how long people are on the way from one postcode area to another, so that minutes are weighed instead of
 * kilometres. Ways that are known already are overwritten, others stay.
 */
export const importTravelTimes = command({
  name: 'import-travel-times',
  action: 'update',
  may: (actor) => actor.kind === 'system' || isMemberWith(actor, 'administrator'),
  input: z.strictObject({
    rows: z
      .array(
        z.strictObject({
          from: area,
          to: area,
          mode: z.enum(travelModes),
          minutes: z.int().min(0).max(longestMinutes),
        }),
      )
      .min(1)
      .max(50_000),
  }),
  async run({ tx, orgId, newId }, { rows }) {
    // Twice in one file: the last one counts, as in a file that was added to.
    const ways = new Map(rows.map((row) => [`${row.from} ${row.to} ${row.mode}`, row]))
    await upsertTravelTimes(
      tx,
      [...ways.values()].map(({ from, to, mode, minutes }) => ({
        org_id: orgId,
        id: newId(),
        from_area: from,
        to_area: to,
        mode,
        minutes,
      })),
    )
    return { imported: ways.size, known: await countTravelTimes(tx, orgId) }
  },
})
