/** Under this a number can tell who it is about (programmes.yaml `smallCellMin` [S83f]). */
export const smallest = 10

/** The number, or `null` where it is too small to be told. Nothing at all is nothing. */
export const atLeastTen = (count: number): number | null => (count > 0 && count < smallest ? null : count)
