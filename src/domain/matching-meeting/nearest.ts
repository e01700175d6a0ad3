import { kilometres } from '#domain/match/criteria/distance.ts'
import type { Home } from '#domain/match/sides.ts'

interface Living {
  readonly id: string
  readonly home: Home
}

/**
 * For each home the workers who live nearest to it, so many; in a straight line between the middles of areas. Of whom
 * it isn't known where she lives comes last, and those who are equally near come in the order of their ids.
 */
export function nearestTo(workers: readonly Living[], most: number): (home: Home) => readonly string[] {
  const ids = workers.map(({ id }) => id).sort()
  const known = new Map<string, readonly string[]>()
  return ({ area, spot }) => {
    if (!spot) return ids.slice(0, most)
    const key = area ?? `${spot.latitude} ${spot.longitude}`
    const found =
      known.get(key) ??
      workers
        .map(({ id, home }) => ({
          id,
          km: home.spot ? kilometres(spot, home.spot) : Number.POSITIVE_INFINITY,
        }))
        .sort((a, b) => (a.km === b.km ? (a.id < b.id ? -1 : 1) : a.km - b.km))
        .slice(0, most)
        .map(({ id }) => id)
    known.set(key, found)
    return found
  }
}
