import { type Area, region } from './region.ts'

type Point = readonly [lon: number, lat: number]

/**
 * The two municipalities of a polder that was never drained, as far as its shore, with the canal between them. Codes of
 * their kind, of nobody.
 */
export const municipalities = [
  {
    code: 'GM9901',
    name: 'Waterrijk',
    outline: [
      [5.137, 52.493],
      [5.168, 52.487],
      [5.203, 52.489],
      [5.239, 52.486],
      [5.251, 52.503],
      [5.247, 52.522],
      [5.256, 52.539],
      [5.224, 52.541],
      [5.191, 52.537],
      [5.15, 52.536],
      [5.141, 52.515],
    ],
  },
  {
    code: 'GM9902',
    name: 'Rietveld en Weide',
    outline: [
      [5.15, 52.536],
      [5.191, 52.537],
      [5.224, 52.541],
      [5.256, 52.539],
      [5.288, 52.548],
      [5.29, 52.571],
      [5.262, 52.582],
      [5.219, 52.586],
      [5.181, 52.579],
      [5.163, 52.557],
    ],
  },
] as const satisfies readonly { code: string; name: string; outline: readonly Point[] }[]

const firstVillage = 8
const municipalityOf = (at: number) => municipalities[at < firstVillage ? 0 : 1]
/** The postcode areas with the codes of where they lie: each is a district of its own. */
export const codedRegion = region.map((area, at) => ({
  ...area,
  municipality: municipalityOf(at).code,
  district: `${municipalityOf(at).code.replace('GM', 'WK')}${String(at + 1).padStart(2, '0')}`,
}))

/** What lies nearer to the middle of this area than to that of any other of its municipality. */
function outlineOf(area: Area, at: number): readonly Point[] {
  const others = region.filter(
    (other, place) => other !== area && municipalityOf(place) === municipalityOf(at),
  )
  return others.reduce<readonly Point[]>(
    (shape, other) => nearerTo([area.longitude, area.latitude], [other.longitude, other.latitude], shape),
    municipalityOf(at).outline,
  )
}

/** The part of a shape on this side of the line half way. */
function nearerTo(here: Point, there: Point, shape: readonly Point[]): readonly Point[] {
  const side = ([x, y]: Point) =>
    (there[0] - here[0]) * (x - (here[0] + there[0]) / 2) +
    (there[1] - here[1]) * (y - (here[1] + there[1]) / 2)
  return shape.flatMap((from, at) => {
    const to = shape[(at + 1) % shape.length] ?? from
    const [a, b] = [side(from), side(to)]
    const kept = a <= 0 ? [from] : []
    if (a * b >= 0) return kept
    const share = a / (a - b)
    return [...kept, [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])] as const]
  })
}

const fileOf = (areas: readonly { code: string; name: string; outline: readonly Point[] }[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: areas.map(({ code, name, outline }) => ({
      type: 'Feature',
      properties: { statcode: code, statnaam: name },
      geometry: { type: 'Polygon', coordinates: [[...outline, outline[0]]] },
    })),
  })

/** Both levels, as the files an administrator reads in. */
export const boundaryFiles = [
  fileOf(municipalities),
  fileOf(
    codedRegion.map((area, at) => ({ code: area.district, name: area.place, outline: outlineOf(area, at) })),
  ),
]
