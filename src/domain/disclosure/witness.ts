import type { Equation, Quantity } from './book.ts'

/**
 * Another world in which all that is told is told the same: how much each quantity differs there. It is proof by itself:
 * that it adds up is checked here in whole numbers, whoever found it.
 */
export type Move = ReadonlyMap<number, number>

/**
 * Whether such a world may be: whole numbers, none below nought, nothing different that is told, and all adds up. Each
 * quantity of the world names its own equations; one in which nothing differs still adds up.
 */
export function isWorld(
  move: Move,
  quantities: readonly Quantity[],
  equationsOf: (at: number) => readonly Equation[],
  isTold: (at: number) => boolean,
): boolean {
  const touched = new Set<Equation>()
  for (const [at, by] of move) {
    const quantity = quantities[at]
    if (!quantity || !Number.isSafeInteger(by)) return false
    if (by !== 0 && isTold(at)) return false
    if (!quantity.signed && quantity.truth + by < 0) return false
    if (by !== 0) for (const equation of equationsOf(at)) touched.add(equation)
  }
  for (const { whole, parts } of touched)
    if ((move.get(whole) ?? 0) !== parts.reduce((sum, part) => sum + (move.get(part) ?? 0), 0)) return false
  return true
}

/** By quantity the equations it stands in. */
export function equationsBy(equations: readonly Equation[]): (at: number) => readonly Equation[] {
  const all = new Map<number, Equation[]>()
  for (const equation of equations)
    for (const at of new Set([equation.whole, ...equation.parts])) {
      const there = all.get(at)
      if (there) there.push(equation)
      else all.set(at, [equation])
    }
  return (at) => all.get(at) ?? []
}
