import { type Refusal, refuse } from '#domain/refusal.ts'

/** Metres east and south of some corner, whole: the same spot of two regions stays the same spot. */
export type Spot = readonly [east: number, south: number]
export type Ring = readonly Spot[]
/** Municipalities, or districts: what a code of Statistics Netherlands begins with (domain.md 3.9). */
export const regionLevels = ['municipality', 'district'] as const
export type RegionLevel = (typeof regionLevels)[number]
export interface Region {
  readonly code: string
  /** What the file calls it; its code where the file has no name. */
  readonly name: string
  /** Outlines and the holes in them, in any order: what lies in an even number of rings lies outside. */
  readonly rings: readonly Ring[]
}
export interface Boundaries {
  readonly level: RegionLevel
  readonly regions: readonly Region[]
  /** Areas of the file without a code or an outline. */
  readonly leftOut: number
}
export type BoundaryRefusal = Refusal<
  | 'boundaries-not-geojson'
  | 'boundaries-no-codes'
  | 'boundaries-two-levels'
  | 'boundaries-twice'
  | 'boundaries-open'
  | 'boundaries-off-map'
  | 'boundaries-too-fine'
>

/** As many points as a whole country in fair detail has; a finer file draws no other map. */
export const mostPoints = 250_000
/** Nobody sees less than this on a map of a town, and files are half as large for it. */
const metres = 10

/**
 * Reads boundaries as GeoJSON (RFC 7946), also with the metres of the Dutch grid (RD, EPSG:28992) in which the national
 * files come. Each area is known by a code, `GM0599` or `WK059901`, in whichever property that stands. A file that can't
 * be drawn whole is refused; an area without a code or an outline is counted.
 */
export function readBoundaries(text: string): Boundaries | BoundaryRefusal {
  const areas = areasIn(text)
  if (!areas) return refuse('boundaries-not-geojson')
  const known = areas.filter(({ code, rings }) => code !== null && rings.length > 0)
  if (known.length === 0) return refuse('boundaries-no-codes')
  const codes = new Set(known.map(({ code }) => code))
  const levels = new Set(known.map(({ code }) => code?.slice(0, 2)))
  if (levels.size > 1) return refuse('boundaries-two-levels')
  if (codes.size < known.length) return refuse('boundaries-twice')
  const points = known.flatMap(({ rings }) => rings.flat())
  if (points.length > mostPoints) return refuse('boundaries-too-fine')
  if (known.some(({ rings }) => rings.some((ring) => !isClosed(ring)))) return refuse('boundaries-open')
  const lay = layFlat(points)
  if (!lay) return refuse('boundaries-off-map')
  const regions = known.map(({ code, name, rings }) => ({
    code: code ?? '',
    name,
    rings: rings.map((ring) => withoutRepeats(ring.map(lay))).filter(isArea),
  }))
  const drawn = regions.filter(({ rings }) => rings.length > 0)
  return {
    level: levels.has('GM') ? 'municipality' : 'district',
    regions: drawn,
    leftOut: areas.length - drawn.length,
  }
}

type Position = readonly [number, number]
interface Area {
  readonly code: string | null
  readonly name: string
  readonly rings: readonly (readonly Position[])[]
}
const codePattern = /^(?:GM\d{4}|WK\d{6})$/
const namePattern = /(?:naam|name)$/i

/** Every area of a file, as it stands there; `null` where this isn't such a file at all. */
function areasIn(text: string): readonly Area[] | null {
  const file = parsed(text)
  if (!isRecord(file) || file.type !== 'FeatureCollection' || !Array.isArray(file.features)) return null
  const areas: Area[] = []
  for (const feature of file.features as readonly unknown[]) {
    if (!isRecord(feature)) return null
    const said = isRecord(feature.properties) ? Object.entries(feature.properties) : []
    const texts = said.flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value.trim()] as const] : [],
    )
    const code = texts.find(([, value]) => codePattern.test(value))?.[1] ?? null
    const name = texts.find(([key, value]) => namePattern.test(key) && value !== '')?.[1] ?? code ?? ''
    const rings = feature.geometry === null ? [] : ringsOf(feature.geometry)
    if (!rings) return null
    areas.push({ code, name: name.slice(0, 100), rings })
  }
  return areas
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The rings of a polygon or of several; `null` for what isn't one. */
function ringsOf(geometry: unknown): readonly (readonly Position[])[] | null {
  if (!isRecord(geometry) || !Array.isArray(geometry.coordinates)) return null
  const { type, coordinates } = geometry
  const polygons: unknown = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null
  if (!Array.isArray(polygons)) return null
  const rings: Position[][] = []
  for (const polygon of polygons as readonly unknown[]) {
    if (!Array.isArray(polygon)) return null
    for (const ring of polygon as readonly unknown[]) {
      if (!Array.isArray(ring) || !ring.every(isPosition)) return null
      rings.push(ring.map(([x, y]) => [x, y] as const))
    }
  }
  return rings
}
/** East and north; a height behind them is not looked at. */
const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1])

const isClosed = (ring: readonly Position[]): boolean => {
  const [first, last] = [ring[0], ring.at(-1)]
  return ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
}

/** Within the Dutch grid, in metres, as its keepers bound it. */
const inGrid = ([x, y]: Position) => x >= -7_000 && x <= 300_000 && y >= 289_000 && y <= 629_000
const onGlobe = ([x, y]: Position) => Math.abs(x) <= 180 && Math.abs(y) <= 85

/** From degrees or metres to whole steps on a flat map; `null` where the points are neither. */
function layFlat(points: readonly Position[]): ((at: Position) => Spot) | null {
  const step = (value: number) => Math.round(value / metres) * metres || 0
  if (points.every(inGrid)) return ([x, y]) => [step(x), step(-y)]
  if (!points.every(onGlobe)) return null
  // A region or a country is so small that the globe may lie flat, narrower by how far north it is.
  const north = points.reduce((all, [, y]) => all + y, 0) / points.length
  const [wide, high] = [111_320 * Math.cos((north * Math.PI) / 180), 110_574]
  return ([x, y]) => [step(x * wide), step(-y * high)]
}

const withoutRepeats = (ring: Ring): Ring =>
  ring.filter(([x, y], at) => at === 0 || x !== ring[at - 1]?.[0] || y !== ring[at - 1]?.[1])
/** Three different corners and back: less draws nothing. */
const isArea = (ring: Ring): boolean => ring.length >= 4
