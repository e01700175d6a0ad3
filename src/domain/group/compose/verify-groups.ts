import type { Composing, Composition } from './people.ts'

/** What is wrong with a composition. `too-few` may still be mended by adding; everything else may never be. */
export const flawCodes = [
  'unknown',
  'help',
  'time',
  'language',
  'by-hand',
  'sealed',
  'too-many',
  'too-few',
] as const
export type FlawCode = (typeof flawCodes)[number]
export interface Flaw {
  readonly code: FlawCode
  readonly groupId: string
  /** Whom it is about, if it is one; of two who must be apart both. */
  readonly womenIds: readonly string[]
}

/**
 * Looks at a composition anew, in whole numbers and from what is known of the people: every seat, slot, language, size
 * and whatever keeps two apart. It shares no line with what makes compositions, so that nothing rests on a solver's
 * rounding or on a mistake in its model.
 */
export function verifyGroups(composing: Composing, composition: Composition): Flaw[] {
  const flaws: Flaw[] = []
  const women = new Map(composing.women.map((woman) => [woman.id, woman]))
  const groups = new Map(composing.groups.map((group) => [group.id, group]))
  const sitting = new Map<string, string[]>()
  for (const [womanId, groupId] of composition) {
    const say = (code: FlawCode) => flaws.push({ code, groupId, womenIds: [womanId] })
    const woman = women.get(womanId)
    const group = groups.get(groupId)
    if (woman === undefined || group === undefined) {
      say('unknown')
      continue
    }
    sitting.set(groupId, [...(sitting.get(groupId) ?? []), womanId])
    if (!woman.helped) say('help')
    const hers = new Set<string>(woman.slots)
    if (hers.size === 0 || group.slots.some((slot) => !hers.has(slot))) say('time')
    const heard = new Set([...group.languages, ...group.interpreters])
    const speaks = woman.interpreter === null ? woman.languages : [woman.interpreter]
    if (!speaks.some((language) => heard.has(language))) say('language')
    for (const move of composing.moves)
      if (move.womanId === womanId && (move.kind === 'put') !== (move.groupId === groupId)) say('by-hand')
  }
  for (const [womanId, groupId] of composing.never)
    if (composition.get(womanId) === groupId) flaws.push({ code: 'sealed', groupId, womenIds: [womanId] })
  for (const [one, other] of composing.apart) {
    const groupId = composition.get(one)
    if (one !== other && groupId !== undefined && groupId === composition.get(other))
      flaws.push({ code: 'sealed', groupId, womenIds: [one, other] })
  }
  for (const [groupId, coming] of sitting) {
    const group = groups.get(groupId)
    const size = (group?.seated.length ?? 0) + coming.length
    if (group && size > group.max) flaws.push({ code: 'too-many', groupId, womenIds: [] })
    if (group && size < group.min) flaws.push({ code: 'too-few', groupId, womenIds: [] })
  }
  return flaws
}
