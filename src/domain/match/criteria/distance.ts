import { unknown, type Weighed } from '#domain/match/criterion.ts'
import type { Candidate, Spot, WaitingWoman } from '#domain/match/sides.ts'

/** As near as makes no difference, and as far as makes a monthly visit hard without a car; kilometres (proposal). */
const range = { near: 2, far: 20 }

/**
 * Kilometres between the middles of their postcode areas, in a straight line. Everyone in one area is 0 km away:
 * that is as precise as it may be.
 */
export function distance(woman: WaitingWoman, worker: Candidate): Weighed {
  const [hers, theirs] = [woman.home.spot, worker.home.spot]
  if (woman.home.area !== null && woman.home.area === worker.home.area)
    return { score: 1, code: 'same-area', values: { km: 0 } }
  if (!hers || !theirs) return unknown
  const km = kilometres(hers, theirs)
  const score = Math.min(1, Math.max(0, (range.far - km) / (range.far - range.near)))
  return { score, code: km > range.far ? 'far' : 'km', values: { km: Math.round(km) } }
}

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
