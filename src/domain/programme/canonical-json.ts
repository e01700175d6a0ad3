/**
 * JSON that is the same text whenever it says the same: keys in order at every level. What is compared, summed and
 * kept beside a checksum is written this way.
 */
export const canonicalJson = (value: unknown, indent?: number): string =>
  JSON.stringify(inOrder(value), null, indent)

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    // Own properties whatever they are called: a key named __proto__ is data like any other.
    .map(([key, part]) => [key, inOrder(part)] as const)
  return Object.fromEntries(entries)
}

/** Do these say the same, whatever the order of their keys? */
export const saysTheSame = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b))
