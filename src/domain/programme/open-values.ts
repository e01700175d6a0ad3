/** How many values in a definition, or in a part of one, nobody confirmed yet. */
export function openValues(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0
  const own = Reflect.get(part, 'prov') === 'to_confirm' ? 1 : 0
  return Object.values(part).reduce((sum: number, inner) => sum + openValues(inner), own)
}
