/**
 * The organisation's short name in its addresses, made from its name: `Stichting Dichtbij (Utrecht)` becomes
 * `stichting-dichtbij-utrecht`. Always 2 to 40 of `a-z`, `0-9` and `-`.
 */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  return plain.length >= 2 ? plain : 'organisatie'
}
