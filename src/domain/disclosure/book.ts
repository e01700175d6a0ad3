/** Something that can be counted: a cell, a margin, a total, or what is left when one is taken off another. */
export interface Quantity {
  readonly key: string
  readonly truth: number
  /** Nought is telling as well. */
  readonly sensitive: boolean
  /** What is left of one closed group by itself: never told, however many. */
  readonly lone: boolean
  /** A difference of two releases may be below nought; a count can't, and everybody knows. */
  readonly signed: boolean
}
/** The whole is the sum of the parts: what anybody knows who knows what a table is. */
export interface Equation {
  readonly whole: number
  readonly parts: readonly number[]
  /** What of it gives way when one of the others differs: what cells were put together in, or what is left. */
  readonly follower?: number
}

/** Two tables in one release count the same women in the same way and don't agree: whoever counted made a mistake. */
export class ContradictingTables extends Error {
  override name = 'ContradictingTables'
}

/** Every quantity that tables speak of, once, and how they add up. */
export interface Book {
  readonly quantities: readonly Quantity[]
  readonly equations: readonly Equation[]
  find(key: string): number | undefined
  put(quantity: Quantity): number
  /** Throws `ContradictingTables` if it isn't so. */
  add(whole: number, parts: readonly number[], follower?: number): void
}

export function newBook(): Book {
  const quantities: Quantity[] = []
  const equations: Equation[] = []
  const places = new Map<string, number>()
  const known = new Set<string>()
  const truth = (at: number) => quantities[at]?.truth ?? 0
  return {
    quantities,
    equations,
    find: (key) => places.get(key),
    put(quantity) {
      const at = places.get(quantity.key)
      const there = at === undefined ? undefined : quantities[at]
      if (at === undefined || !there) {
        places.set(quantity.key, quantities.length)
        return quantities.push(quantity) - 1
      }
      if (there.truth !== quantity.truth)
        throw new ContradictingTables(`${quantity.key} is ${there.truth} and ${quantity.truth}`)
      const [sensitive, lone] = [there.sensitive || quantity.sensitive, there.lone || quantity.lone]
      if (sensitive !== there.sensitive || lone !== there.lone) quantities[at] = { ...there, sensitive, lone }
      return at
    },
    add(whole, parts, follower) {
      if (parts.length === 1 && parts[0] === whole) return
      const key = `${whole}=${[...parts].sort((a, b) => a - b).join('+')}`
      if (known.has(key)) return
      if (truth(whole) !== parts.reduce((sum, part) => sum + truth(part), 0))
        throw new ContradictingTables(`${quantities[whole]?.key} is not the sum of its parts`)
      known.add(key)
      equations.push(follower === undefined ? { whole, parts } : { whole, parts, follower })
    },
  }
}
