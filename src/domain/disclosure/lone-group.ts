import type { Makeup } from './count-table.ts'

/**
 * Whether these are the women of one closed group, with too few of anything else to stand behind. Who knows that one knows
 * of whom it speaks, however many they are.
 */
export function isLoneGroup({ groups, others }: Makeup, least: number): boolean {
  const present = Object.values(groups).filter((n) => n !== 0)
  return present.length === 1 && Math.abs(others) < least
}

/** Of whom what is left is made up, when these parts are taken off. */
export function makeupLeft(whole: Makeup, parts: readonly Makeup[]): Makeup {
  const ids = new Set([whole, ...parts].flatMap(({ groups }) => Object.keys(groups)))
  const left = (of: (one: Makeup) => number) => parts.reduce((rest, part) => rest - of(part), of(whole))
  return {
    groups: Object.fromEntries([...ids].map((id) => [id, left(({ groups }) => groups[id] ?? 0)])),
    others: left(({ others }) => others),
  }
}
