import { type Ask, type Load, load, median } from './load.ts'
import type { Measured } from './report.ts'
import type { Served } from './served.ts'
import type { Size } from './size.ts'

export interface Timing {
  readonly served: Served
  readonly size: Size
  /** Running trajectories, for pages about one. */
  readonly ids: readonly string[]
}

/** As many at once as keep both cores busy without queueing for long. */
const atOnce = 8

export const caseloadOverFloor = (timing: Timing): Promise<Measured> =>
  overFloor(
    timing,
    { what: `Caseload: 50 rows of ${timing.size.trajectories} (pages/s)`, least: 0.6 },
    () => ({ path: '/trajectories' }),
    () => ({ path: '/floor/caseload' }),
  )

export const trajectoryOverFloor = (timing: Timing): Promise<Measured> => {
  const id = (at: number) => timing.ids[at % timing.ids.length]
  return overFloor(
    timing,
    { what: 'Trajectory with its strip (pages/s)', least: 0.5 },
    (at) => ({ path: `/trajectories/${id(at)}` }),
    (at) => ({ path: `/floor/trajectory/${id(at)}` }),
  )
}

/** Product and floor by turns, so that whatever else this machine does hits both. The median round counts. */
async function overFloor(
  { served: { url, cookie }, size }: Timing,
  goal: { what: string; least: number },
  ours: (at: number) => Ask,
  floors: (at: number) => Ask,
): Promise<Measured> {
  const options = { atOnce, cookie, pages: size.pages }
  // Neither is measured cold.
  await load(url, ours, options)
  await load(url, floors, options)
  const rounds: { ours: Load; floors: Load }[] = []
  for (let round = 0; round < size.rounds; round += 1)
    if (round % 2 === 0)
      rounds.push({ ours: await load(url, ours, options), floors: await load(url, floors, options) })
    else {
      const before = await load(url, floors, options)
      rounds.push({ ours: await load(url, ours, options), floors: before })
    }
  return {
    what: goal.what,
    value: median(rounds.map((round) => round.ours.perSecond)),
    floor: median(rounds.map((round) => round.floors.perSecond)),
    ratio: median(rounds.map((round) => round.ours.perSecond / round.floors.perSecond)),
    leastRatio: goal.least,
  }
}

/** What a coordinator opens on a morning, as shares of a hundred pages. */
const morning: readonly (readonly [number, (id: string) => string])[] = [
  [25, () => '/trajectories'],
  [5, () => '/trajectories?show=unvisited'],
  [5, () => '/trajectories?show=waiting'],
  [10, () => '/today'],
  [35, (id) => `/trajectories/${id}`],
  [12, (id) => `/trajectories/${id}/contacts`],
  [8, () => '/referrals'],
]

/** Twenty people who read without pausing: harder than twenty people are. */
export async function mixedPages({ served: { url, cookie }, size, ids }: Timing): Promise<Measured[]> {
  const pages = morning.flatMap(([share, path]) => Array.from({ length: share }, () => path))
  const ask = (at: number): Ask => {
    // 37 and 100 have no divisor in common: every kind of page comes by turns, not in blocks.
    const path = pages[(at * 37) % pages.length]
    return { path: path?.(ids[at % ids.length] ?? '') ?? '/' }
  }
  await load(url, ask, { atOnce: 20, cookie, pages: 400 })
  const mixed = await load(url, ask, { atOnce: 20, cookie, pages: size.mixedPages })
  return [
    {
      what: '20 people at once, a mix of pages: p95 (ms)',
      value: mixed.p95,
      most: 60,
      note: `half within ${mixed.p50.toFixed(0)} ms, ${mixed.perSecond.toFixed(0)} pages/s`,
    },
  ]
}

/** What the server's process holds after so many pages of all kinds. */
export async function memoryAfter({ served, size, ids }: Timing): Promise<Measured> {
  const { url, cookie } = served
  await load(
    url,
    (at) => ({ path: at % 2 === 0 ? '/trajectories' : `/trajectories/${ids[at % ids.length]}` }),
    { atOnce, cookie, pages: size.pagesBeforeMemory },
  )
  return {
    what: `Memory of the server after ${size.pagesBeforeMemory} pages (MB)`,
    value: (await served.memory()) / 1_000_000,
    most: 250,
  }
}
