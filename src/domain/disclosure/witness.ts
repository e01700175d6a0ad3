import type { Equation, Quantity } from './book.ts'

/**
 * Another world in which all that is told is told the same: how much each quantity differs there. It is proof by itself:
 * that it adds up is checked here in whole numbers, whoever found it.
 */
export type Move = ReadonlyMap<number, number>

/** Whether such a world may be: whole numbers, none below nought, nothing different that is told, and all adds up. */
export function isWorld(
  move: Move,
  quantities: readonly Quantity[],
  equations: readonly Equation[],
  isTold: (at: number) => boolean,
): boolean {
  for (const [at, by] of move) {
    const quantity = quantities[at]
    if (!quantity || !Number.isSafeInteger(by)) return false
    if (by !== 0 && isTold(at)) return false
    if (!quantity.signed && quantity.truth + by < 0) return false
  }
  return equations.every(
    ({ whole, parts }) =>
      (move.get(whole) ?? 0) === parts.reduce((sum, part) => sum + (move.get(part) ?? 0), 0),
  )
}

export const reversed = (move: Move): Move => new Map([...move].map(([at, by]) => [at, -by]))
