/**
 * Divides a whole number by weights so that the parts are whole numbers that add up to it: everybody gets her share
 * rounded down, and what is left goes one by one to the largest remainders (Hamilton's method; of the same remainder to
 * the first). No part is a whole one off its exact share, and who weighs nothing gets nothing.
 *
 * `whole` is not negative, `weights` aren't either; throws `RangeError` where something is to be divided and nobody weighs.
 */
export function apportion(whole: number, weights: readonly bigint[]): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n)
  if (all === 0n) {
    if (whole > 0) throw new RangeError('nothing to divide by')
    return weights.map(() => 0)
  }
  const shares = weights.map((weight, at) => {
    const exact = BigInt(whole) * weight
    return { at, part: Number(exact / all), rest: exact % all }
  })
  const left = whole - shares.reduce((sum, { part }) => sum + part, 0)
  const lucky = new Set(
    shares
      .toSorted((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
      .slice(0, left)
      .map(({ at }) => at),
  )
  return shares.map(({ at, part }) => part + (lucky.has(at) ? 1 : 0))
}
