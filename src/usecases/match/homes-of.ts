import type { PersonRow } from '#db/person.ts'
import { findRegions, findSpots } from '#db/postcode-area.ts'
import { findSecretHomes } from '#db/secret-home.ts'
import { findTravelTimes } from '#db/travel-time.ts'
import type { Home } from '#domain/match/sides.ts'
import type { TravelTime } from '#domain/match/travel.ts'
import type { Work } from '#usecases/context.ts'

/** A place with this many postcode areas or fewer is a village: everyone there knows whose bicycle that is. */
const villageAreas = 2
/** The two digits of a postcode that are told of a home that nobody may find. */
export const regionOf = (area: string | null): string | null => area?.slice(0, 2) ?? null

/**
 * Where these people live, as far as matching may know: a district and a keyed hash of the street. Of a home that
 * nobody may find a region, with what rules may compare apart from it.
 */
export async function homesOf(
  work: Pick<Work, 'tx' | 'orgId'>,
  rows: readonly PersonRow[],
): Promise<(row: PersonRow | undefined) => Home> {
  const { tx, orgId } = work
  const spots = await findSpots(
    tx,
    orgId,
    rows.flatMap((row) => row.area ?? []),
  )
  const secret = await findSecretHomes(
    tx,
    orgId,
    rows.map((row) => row.id),
  )
  const regions = await findRegions(
    tx,
    orgId,
    rows.flatMap((row) => (secret.has(row.id) ? (regionOf(row.area) ?? []) : [])),
  )
  return (row) => {
    const spot = spots.get(row?.area ?? '')
    const home: Home = {
      area: row?.area ?? null,
      street: row?.street_print?.toString('hex') ?? null,
      spot: spot ? { ...spot, small: spot.areasInPlace <= villageAreas } : null,
    }
    if (!row || !secret.has(row.id)) return home
    const region = regionOf(row.area)
    const middle = region === null ? undefined : regions.get(region)
    return {
      area: region,
      street: null,
      spot: middle ? { place: '', ...middle, small: false } : null,
      secret: home,
    }
  }
}

/** How long it takes from one of these homes to another, by the organisation's own list. Of a secret home: not known. */
export async function travelBetween(
  { tx, orgId }: Pick<Work, 'tx' | 'orgId'>,
  from: readonly Home[],
  to: readonly Home[],
): Promise<(from: Home, to: Home) => readonly TravelTime[]> {
  const areas = (homes: readonly Home[]) =>
    homes.flatMap(({ area, secret }) => (secret || !area ? [] : [area]))
  const rows = await findTravelTimes(tx, orgId, { from: areas(from), to: areas(to) })
  const ways = Map.groupBy(rows, (row) => `${row.from_area} ${row.to_area}`)
  return (one, other) => ways.get(`${one.area} ${other.area}`) ?? []
}
