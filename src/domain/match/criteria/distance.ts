import { unknown, type Weighed } from '#domain/match/criterion.ts'
import type { Candidate, Spot, WaitingWoman } from '#domain/match/sides.ts'
import { quickest } from '#domain/match/travel.ts'

/** As near as makes no difference, and as far as makes a monthly visit hard without a car; kilometres (proposal). */
const range = { near: 2, far: 20 }
/** The same in minutes on the way. */
const onTheWay = { near: 10, far: 60 }

/**
 * How far it is from her to the woman: the minutes that the organisation itself says, in a way in which she goes; or
 * else kilometres between the middles of their postcode areas, in a straight line. Everyone in one area is 0 km away:
 * that is as precise as it may be. Of a home that nobody may find only the region counts, and it is said so.
 */
export function distance(woman: WaitingWoman, worker: Candidate): Weighed {
  const [hers, theirs] = [woman.home.spot, worker.home.spot]
  if (woman.home.secret || worker.home.secret) return roughly(hers, theirs)
  const way = quickest(worker.travel ?? [], worker.travels ?? [])
  if (way) {
    const values = { minutes: way.minutes, mode: [way.mode] }
    return {
      score: within(onTheWay, way.minutes),
      code: way.minutes > onTheWay.far ? 'long-way' : 'minutes',
      values,
    }
  }
  if (woman.home.area !== null && woman.home.area === worker.home.area)
    return { score: 1, code: 'same-area', values: { km: 0 } }
  if (!hers || !theirs) return unknown
  const km = kilometres(hers, theirs)
  return { score: within(range, km), code: km > range.far ? 'far' : 'km', values: { km: Math.round(km) } }
}

/** From the middle of one region to another, in tens of kilometres: nothing closer is known, and nothing is told. */
function roughly(hers: Spot | null, theirs: Spot | null): Weighed {
  if (!hers || !theirs) return unknown
  const km = kilometres(hers, theirs)
  return { score: within(range, km), code: 'region', values: { km: Math.max(10, 10 * Math.round(km / 10)) } }
}

const within = ({ near, far }: { near: number; far: number }, measured: number): number =>
  Math.min(1, Math.max(0, (far - measured) / (far - near)))

const earthRadiusKm = 6371.0088
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance (haversine), in kilometres. */
export function kilometres(
  a: Pick<Spot, 'latitude' | 'longitude'>,
  b: Pick<Spot, 'latitude' | 'longitude'>,
): number {
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)]
  const h =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)))
}
