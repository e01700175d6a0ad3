import { findWhereItLies } from '#db/postcode-area.ts'
import type { Whereabouts } from '#domain/area/area.ts'
import type { Work } from '#usecases/context.ts'
import type { Person } from '#usecases/person/person-file.ts'

/** Where somebody lives, as far as her address and the organisation's own list of postcodes tell. */
export async function whereaboutsOf(
  { tx, orgId }: Work,
  { address, area }: Pick<Person, 'address' | 'area'>,
): Promise<Whereabouts> {
  const postcode = address?.postcode ?? area
  const lies = postcode ? await findWhereItLies(tx, orgId, postcode.slice(0, 4)) : undefined
  return {
    postcode: postcode ?? null,
    place: address?.place ?? lies?.place ?? null,
    municipality: lies?.municipality ?? null,
    district: lies?.district ?? null,
  }
}
