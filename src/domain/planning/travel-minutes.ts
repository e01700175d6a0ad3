import { kilometres } from '#domain/match/criteria/distance.ts'
import type { Home } from '#domain/match/sides.ts'
import { quickest, type TravelMode, type TravelTime } from '#domain/match/travel.ts'

/** Minutes to get anywhere at all, and for each kilometre as the crow flies: a bicycle in a town (proposal). */
const guess = { least: 5, aKilometre: 5 } as const

/**
 * How long she is on the way between two homes: what the organisation itself says, in a way in which she goes; or else a
 * guess from the middles of their postcode areas. Of a home that nobody may find nothing: a time would tell where it is.
 */
export function travelMinutes(
  from: Home,
  to: Home,
  { ways, goes }: { readonly ways: readonly TravelTime[]; readonly goes: readonly TravelMode[] },
): number | null {
  if (from.secret || to.secret) return null
  const way = quickest(ways, goes)
  if (way) return way.minutes
  if (from.area !== null && from.area === to.area) return guess.least
  if (!from.spot || !to.spot) return null
  return Math.round(guess.least + guess.aKilometre * kilometres(from.spot, to.spot))
}
