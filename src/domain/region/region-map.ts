import type { Region, Ring } from '#domain/region/boundary-file.ts'

/** Left, top, right and bottom in metres, as the spots of regions are. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export function frameOf(rings: readonly Ring[]): Frame {
  const frame = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const ring of rings)
    for (const [x, y] of ring) {
      frame.left = Math.min(frame.left, x)
      frame.top = Math.min(frame.top, y)
      frame.right = Math.max(frame.right, x)
      frame.bottom = Math.max(frame.bottom, y)
    }
  return frame
}

/** What holds all of these, with a fifth around it, so that what lies beside them gives them a place. */
export function frameAround(frames: readonly Frame[]): Frame | null {
  if (frames.length === 0) return null
  const [left, top] = [Math.min(...frames.map((one) => one.left)), Math.min(...frames.map((one) => one.top))]
  const [right, bottom] = [
    Math.max(...frames.map((one) => one.right)),
    Math.max(...frames.map((one) => one.bottom)),
  ]
  const air = Math.ceil(Math.max(right - left, bottom - top) / 5)
  return { left: left - air, top: top - air, right: right + air, bottom: bottom + air }
}

/** The lowest count of each shade; none has a shade of its own, which is none. */
export const shades = [1, 5, 10, 25, 100] as const
/** 0 for nobody, 5 for the darkest. */
export const shadeOf = (count: number): number => shades.filter((least) => count >= least).length

/** How wide a map is drawn: two for each pixel of a small phone. */
export const mapWidth = 720
/** As an SVG path in whole steps, each from the last; what falls together at this size is drawn once. */
export function pathOf({ rings }: Pick<Region, 'rings'>, frame: Frame): string {
  const scale = mapWidth / Math.max(1, frame.right - frame.left)
  const parts: string[] = []
  for (const ring of rings) {
    let [east, south] = [0, 0]
    let path = ''
    for (const [x, y] of ring) {
      const [toEast, toSouth] = [Math.round((x - frame.left) * scale), Math.round((y - frame.top) * scale)]
      if (path === '') path = `M${toEast} ${toSouth}l`
      else if (toEast !== east || toSouth !== south) path += `${toEast - east} ${toSouth - south} `
      east = toEast
      south = toSouth
    }
    // A speck would leave a dangling line: three steps at least.
    if (path.split(' ').length > 4) parts.push(`${path.trimEnd()}z`)
  }
  return parts.join('')
}
export const mapHeight = ({ left, top, right, bottom }: Frame): number =>
  Math.round(((bottom - top) * mapWidth) / Math.max(1, right - left))
