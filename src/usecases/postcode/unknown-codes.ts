import { findCodeYears, findKnownCodes } from '#db/postcode-area.ts'
import { areasOf } from '#domain/area/typed-areas.ts'
import type { Work } from '#usecases/context.ts'

/**
 * Of these areas the municipalities and districts that don't stand in the organisation's own list, with the years that
 * list is of: a code that changed since finds nobody. `null` if all do, or if there is no list with codes.
 */
export async function unknownCodes(
  { tx, orgId }: Pick<Work, 'tx' | 'orgId'>,
  kept: readonly string[],
): Promise<{ readonly codes: readonly string[]; readonly years: readonly number[] } | null> {
  const codes = areasOf(kept).flatMap((area) =>
    area.kind === 'municipality' || area.kind === 'district' ? [area.code] : [],
  )
  if (codes.length === 0) return null
  const years = await findCodeYears(tx, orgId)
  const known = await findKnownCodes(tx, orgId, codes)
  const unknown = codes.filter((code) => !known.has(code))
  return years.length === 0 || unknown.length === 0 ? null : { codes: unknown, years }
}
