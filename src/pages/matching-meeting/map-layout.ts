/**
 * Where everything on the meeting's picture of distances stands, in units of which 340 go from left to right, so that
 * on a phone one unit is about one pixel. A postcode area is one mark in its middle, with how many there are: nobody
 * can be found by it more closely than that. Pure: the view only draws it.
 */
export const mapSize = { width: 340, least: 140, most: 340, edge: 30 } as const

/** Room that one mark takes with its label beneath it. */
const box = { width: 50, height: 40 } as const
/** More marks than this cover each other; the table beside the picture has them all. */
export const mostMarks = 30
/** However far apart they are in truth, a picture of less than this would tell of streets. */
const leastKilometres = 2
const kilometresInDegree = 111.2

export interface MapArea {
  /** Four digits, or as much as may be known of it. */
  readonly area: string
  readonly place: string | null
  readonly latitude: number
  readonly longitude: number
  readonly women: number
  /** Of those women, for whom nobody is proposed. */
  readonly without: number
  readonly workers: number
}
/** A proposed pair, from the area where she lives to that of who would come. */
export interface MapPair {
  readonly from: string
  readonly to: string
}

export interface MapMark extends MapArea {
  readonly x: number
  readonly y: number
  /** Pairs of whom both live here. */
  readonly within: number
}
export interface MapLine {
  readonly from: MapMark
  readonly to: MapMark
  readonly pairs: number
}
export interface MapDrawing {
  readonly height: number
  /** From left to right by area, so that the same facts always draw the same picture. */
  readonly marks: readonly MapMark[]
  readonly lines: readonly MapLine[]
  /** A whole number of kilometres, and how long that is. */
  readonly scale: { readonly kilometres: number; readonly length: number }
  /** Areas that found no room in the picture. */
  readonly left: number
}

export function layMap(areas: readonly MapArea[], pairs: readonly MapPair[]): MapDrawing | null {
  const busiest = areas
    .toSorted((a, b) => b.women + b.workers - (a.women + a.workers) || byArea(a, b))
    .slice(0, mostMarks)
    .sort(byArea)
  if (busiest.length === 0) return null
  const { place, height, unitsInKilometre } = projection(busiest)
  const spots = apart(busiest.map(place), height)
  const countOf = (from: string, to: string) =>
    pairs.filter((pair) => pair.from === from && pair.to === to).length
  const marks = busiest.map((one, at) => ({
    ...one,
    ...(spots[at] ?? { x: 0, y: 0 }),
    within: countOf(one.area, one.area),
  }))
  return {
    height,
    marks,
    lines: linesBetween(marks, pairs),
    scale: scaleFor(unitsInKilometre),
    left: areas.length - busiest.length,
  }
}

const byArea = (a: MapArea, b: MapArea): number => (a.area < b.area ? -1 : a.area > b.area ? 1 : 0)

function linesBetween(marks: readonly MapMark[], pairs: readonly MapPair[]): MapLine[] {
  const at = new Map(marks.map((mark) => [mark.area, mark]))
  const lines = new Map<string, { from: MapMark; to: MapMark; pairs: number }>()
  for (const pair of pairs) {
    const [from, to] = [at.get(pair.from), at.get(pair.to)]
    if (!from || !to || from === to) continue
    const key = `${pair.from} ${pair.to}`
    const line = lines.get(key) ?? { from, to, pairs: 0 }
    line.pairs += 1
    lines.set(key, line)
  }
  return [...lines.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
}

/** North is up; a degree east is as long as it is at this latitude. */
function projection(areas: readonly MapArea[]) {
  const latitudes = areas.map(({ latitude }) => latitude)
  const longitudes = areas.map(({ longitude }) => longitude)
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)]
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)]
  const narrower = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const across = Math.max((east - west) * narrower * kilometresInDegree, leastKilometres)
  const up = Math.max((north - south) * kilometresInDegree, leastKilometres / 2)
  const { width, least, most, edge } = mapSize
  const unitsInKilometre = Math.min((width - 2 * edge) / across, (most - 2 * edge) / up)
  const height = Math.min(most, Math.max(least, Math.round(up * unitsInKilometre + 2 * edge)))
  const middle = { latitude: (south + north) / 2, longitude: (west + east) / 2 }
  return {
    unitsInKilometre,
    height,
    place: ({ latitude, longitude }: MapArea) => ({
      x: width / 2 + (longitude - middle.longitude) * narrower * kilometresInDegree * unitsInKilometre,
      y: height / 2 - (latitude - middle.latitude) * kilometresInDegree * unitsInKilometre,
    }),
  }
}

interface Spot {
  x: number
  y: number
}
const rounds = 60

/** Marks that would cover each other give way a little, the same way every time; the frame holds them all. */
function apart(spots: readonly Spot[], height: number): Spot[] {
  const moved = spots.map((spot) => ({ ...spot }))
  for (let round = 0; round < rounds; round += 1) {
    let still = true
    for (let a = 0; a < moved.length; a += 1)
      for (let b = a + 1; b < moved.length; b += 1) {
        const [one, other] = [moved[a], moved[b]]
        if (one && other && giveWay(one, other)) still = false
      }
    for (const spot of moved) {
      spot.x = Math.min(Math.max(spot.x, mapSize.edge), mapSize.width - mapSize.edge)
      spot.y = Math.min(Math.max(spot.y, mapSize.edge), height - mapSize.edge)
    }
    if (still) break
  }
  return moved.map(({ x, y }) => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }))
}

/** Moves both by half of what they overlap, along the shorter way out. */
function giveWay(one: Spot, other: Spot): boolean {
  const [right, down] = [other.x - one.x, other.y - one.y]
  const [overX, overY] = [box.width - Math.abs(right), box.height - Math.abs(down)]
  if (overX <= 0 || overY <= 0) return false
  if (overX / box.width < overY / box.height) {
    const step = (Math.sign(right) || 1) * (overX / 2)
    one.x -= step
    other.x += step
  } else {
    const step = (Math.sign(down) || 1) * (overY / 2)
    one.y -= step
    other.y += step
  }
  return true
}

const roundKilometres = [1, 2, 5, 10, 20, 50, 100, 200, 500]

/** The longest round distance that takes at most a third of the picture. */
function scaleFor(unitsInKilometre: number): MapDrawing['scale'] {
  const fits = roundKilometres.filter((kilometres) => kilometres * unitsInKilometre <= mapSize.width / 3)
  const kilometres = fits.at(-1) ?? 1
  return { kilometres, length: Math.round(kilometres * unitsInKilometre * 10) / 10 }
}
