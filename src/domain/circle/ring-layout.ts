import type { Ring } from '#domain/circle/supporter.ts'

/** The picture is a square of this many units; a node is no smaller on a phone than an eye can tell apart. */
export const picture = { size: 360, node: 13, centre: 24, letter: 6.4, line: 13 } as const

export interface Node {
  readonly x: number
  readonly y: number
}
/** One row of a ring: so far from her, with so many on it. */
export interface Row {
  readonly ring: Ring
  readonly radius: number
  readonly count: number
}
export interface Rings {
  readonly rows: readonly Row[]
  /** The outer edge of each ring. */
  readonly edges: readonly number[]
}

const half = picture.size / 2
/** As far out as a node may lie. */
const furthest = half - picture.node - 2
const nearest = picture.centre + picture.node + 4
/** Two nodes never touch. */
export const tightest = 2 * picture.node + 3

/** From roomy to tight: how far the first row is from her, and how far rows are from each other. */
const ways = [
  { from: 52, step: 49 },
  ...Array.from({ length: 54 - tightest + 1 }, (_, at) => ({ from: nearest, step: 54 - at })),
]

/**
 * Three rings around her, each as wide as it needs: who is in a ring stands on one or more rows in it. Up to
 * `mostSupporters` people there is a way in which none touch and all lie inside.
 */
export function ringsFor(people: readonly { readonly ring: Ring }[]): Rings {
  const counts = ([1, 2, 3] as const).map((ring) => people.filter((one) => one.ring === ring).length)
  for (const { from, step } of ways) {
    const rows = rowsOf(counts, from, step)
    if ((rows.at(-1)?.radius ?? 0) > furthest) continue
    const edges = ([1, 2, 3] as const).map(
      (ring) => Math.max(...rows.filter((row) => row.ring === ring).map(({ radius }) => radius)) + step / 2,
    )
    return { rows, edges: edges.map((edge) => Math.min(edge, half - 1)) }
  }
  throw new Error('more people than a picture holds')
}

/** How many fit on a row so that neighbours don't touch. */
const mostOn = (radius: number): number => Math.floor(Math.PI / Math.asin(tightest / 2 / radius))

/** Rows from her outward. A ring in which nobody is keeps its place. */
function rowsOf(counts: readonly number[], from: number, step: number): readonly Row[] {
  const rows: Row[] = []
  let radius = from
  for (const [at, count] of counts.entries()) {
    const own: number[] = []
    let room = 0
    do {
      own.push(radius)
      room += mostOn(radius)
      radius += step
    } while (room < count)
    rows.push(...spread(count, own).map((row) => ({ ...row, ring: (at + 1) as Ring })))
  }
  return rows
}

/** Each row its share, and no fewer than those outside it can't take. */
function spread(count: number, radii: readonly number[]): readonly Omit<Row, 'ring'>[] {
  let left = count
  return radii.map((radius, at) => {
    const wider = radii.slice(at + 1).reduce((sum, one) => sum + mostOn(one), 0)
    const share = Math.round((left * mostOn(radius)) / (mostOn(radius) + wider))
    const many = Math.min(left, mostOn(radius), Math.max(left - wider, share))
    left -= many
    return { radius, count: many }
  })
}

const round = (value: number): number => Math.round(value * 100) / 100

/**
 * Where each of them stands, in the order given. `turns` turns the rows of a ring by a part of the way from one node to
 * the next; every second row begins halfway besides.
 */
export function nodesOn(
  { rows }: Pick<Rings, 'rows'>,
  people: readonly { readonly ring: Ring }[],
  turns: readonly number[] = [0, 0, 0],
): readonly Node[] {
  const next = new Map<Ring, number>()
  const places = new Map<Ring, readonly Node[]>(
    ([1, 2, 3] as const).map((ring) => [
      ring,
      rows.flatMap((row, at) =>
        row.ring === ring
          ? Array.from({ length: row.count }, (_, index) =>
              onTurn(row.radius, (index + (at % 2) / 2 + (turns[ring - 1] ?? 0)) / row.count),
            )
          : [],
      ),
    ]),
  )
  return people.map(({ ring }) => {
    const at = next.get(ring) ?? 0
    next.set(ring, at + 1)
    return places.get(ring)?.[at] ?? { x: half, y: half }
  })
}

/** From the top, clockwise: a whole turn is 1. */
const onTurn = (radius: number, turn: number): Node => ({
  x: round(half + radius * Math.sin(turn * 2 * Math.PI)),
  y: round(half - radius * Math.cos(turn * 2 * Math.PI)),
})
