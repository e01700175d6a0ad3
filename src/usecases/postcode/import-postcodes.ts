import { z } from 'zod'
import { countAreas, upsertAreas } from '#db/postcode-area.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { Invalid } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Takes in the middles of postcode areas, so that distance can be weighed. Areas that are known already are
 * overwritten, others stay. The national file has some 4,000 rows; the limit is for everything a country may have.
 */
export const importPostcodes = command({
  name: 'import-postcodes',
  action: 'update',
  may: (actor) => actor.kind === 'system' || isMemberWith(actor, 'administrator'),
  input: z.strictObject({
    /** The year whose division the codes hold for; asked where there are codes. */
    codesYear: z.int('not-a-year').min(1995, 'not-a-year').max(2100, 'not-a-year').nullable().default(null),
    rows: z
      .array(
        z.strictObject({
          postcode: z
            .string()
            .trim()
            .regex(/^[1-9]\d{3}$/, 'not-a-postcode'),
          place: z.string().trim().min(1).max(100),
          lat: z.number().min(-90).max(90),
          lon: z.number().min(-180).max(180),
          /** Codes of Statistics Netherlands, where the list has them. */
          municipality: z
            .string()
            .regex(/^GM\d{4}$/)
            .nullish(),
          district: z
            .string()
            .regex(/^WK\d{6}$/)
            .nullish(),
        }),
      )
      .min(1)
      .max(20_000),
  }),
  async run({ tx, orgId, newId }, { codesYear, rows }) {
    const coded = rows.some(({ municipality, district }) => municipality || district)
    if (coded && codesYear === null) throw new Invalid({ codesYear: 'required' })
    // Twice in one file: the last one counts, as in a file that was added to.
    const areas = new Map(rows.map((row) => [row.postcode, row]))
    await upsertAreas(
      tx,
      [...areas.values()].map(({ postcode, place, lat, lon, municipality, district }) => ({
        org_id: orgId,
        id: newId(),
        postcode,
        place,
        latitude: lat,
        longitude: lon,
        municipality: municipality ?? null,
        district: district ?? null,
        codes_year: municipality || district ? codesYear : null,
      })),
    )
    return { imported: areas.size, known: await countAreas(tx, orgId) }
  },
})
