import type { Seeded } from './seeded.ts'

/** Everybody on one side of a region, as columns. */
export interface People {
  readonly x: Float64Array
  readonly y: Float64Array
  /** Kilometres she goes at most. */
  readonly reach: Float64Array
  /** Her own language. */
  readonly tongue: Uint8Array
  /** Bits: languages she speaks, programmes she is in, slots of the week she is free. */
  readonly languages: Int32Array
  readonly programmes: Int32Array
  readonly slots: Int32Array
  /** Bits: background, interests and children's ages together. */
  readonly traits: Int32Array
}

/** One in a hundred and sixty speaks the rarest. */
const shareOfLanguage = [62, 9, 6.4, 5, 4.2, 3.4, 2.8, 2.3, 1.9, 1.6, 1.1, 0.3]

export interface Shape {
  readonly cities: number
  /** Kilometres from side to side. */
  readonly width: number
  /** How far its people live from the middle of a city, as a factor. */
  readonly spread: number
}

export interface Cities {
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly width: number
  readonly spread: number
}

export function citiesOf({ cities, width, spread }: Shape, random: Seeded): Cities {
  const spot = () => Array.from({ length: cities }, () => random.next() * width)
  return { x: spot(), y: spot(), width, spread }
}

/**
 * Cities by Zipf's law with suburbs around them, one in twelve outside. With `skew` the supply of a city is out of
 * proportion to its size, so that one is short of what another has too much of.
 */
export function people(
  count: number,
  cities: Cities,
  random: Seeded,
  options: { skew: number; programmes: readonly number[]; slots: readonly [number, number] },
): People {
  const pull = cities.x.map((_, rank) => Math.exp(options.skew * random.gaussian()) / (rank + 1))
  const { x, y } = places(count, cities, pull, random)
  const side: People = {
    x,
    y,
    reach: new Float64Array(count),
    tongue: new Uint8Array(count),
    languages: new Int32Array(count),
    programmes: new Int32Array(count),
    slots: new Int32Array(count),
    traits: new Int32Array(count),
  }
  for (let i = 0; i < count; i++) {
    side.reach[i] = 4 + random.next() ** 2 * 26
    const tongue = drawn(shareOfLanguage, random)
    side.tongue[i] = tongue
    side.languages[i] = (1 << tongue) | (random.next() < 0.5 ? 1 : 0)
    side.programmes[i] = bits(4, drawn(options.programmes, random), random)
    side.slots[i] = bits(21, options.slots[0] + random.below(options.slots[1] - options.slots[0] + 1), random)
    side.traits[i] = bits(24, 7, random)
  }
  return side
}

function places(count: number, cities: Cities, pull: readonly number[], random: Seeded) {
  const x = new Float64Array(count)
  const y = new Float64Array(count)
  const size = pull.map((_, rank) => cities.spread * (2 + 7 / Math.sqrt(rank + 1)))
  for (let i = 0; i < count; i++) {
    const rural = random.next() < 0.08
    const city = drawn(pull, random)
    const spread = size[city] ?? 0
    x[i] = rural ? random.next() * cities.width : (cities.x[city] ?? 0) + spread * random.gaussian()
    y[i] = rural ? random.next() * cities.width : (cities.y[city] ?? 0) + spread * random.gaussian()
  }
  return { x, y }
}

/** An index, as often as its share says. */
export function drawn(shares: readonly number[], random: Seeded): number {
  let left = random.next() * shares.reduce((sum, share) => sum + share, 0)
  for (let index = 0; index < shares.length; index++) {
    left -= shares[index] ?? 0
    if (left < 0) return index
  }
  return shares.length - 1
}

/** `count` different bits of the lowest `width`. */
function bits(width: number, count: number, random: Seeded): number {
  let mask = 0
  for (let left = Math.min(count, width); left > 0; ) {
    const bit = 1 << random.below(width)
    if ((mask & bit) !== 0) continue
    mask |= bit
    left--
  }
  return mask
}
