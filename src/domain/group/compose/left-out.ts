import { type FitCode, fitCodes, fitKey, misfit } from './fits.ts'
import type { ComposeGroup, ComposeWoman, Composing, Composition } from './people.ts'

/** Why a woman has no seat in this composition; of groups that she fits: that they are full, or don't begin. */
export const leftOutCodes = [...fitCodes, 'no-group', 'full', 'too-few', 'room'] as const
export type LeftOutCode = (typeof leftOutCodes)[number]

export interface Why {
  readonly groupId: string
  readonly code: LeftOutCode
}

/**
 * Group by group, what keeps her out of it now. What is sealed is said as that and of a group, never of a woman in it.
 */
export function whyNot(composing: Composing, composition: Composition, woman: ComposeWoman): readonly Why[] {
  const never = new Set(composing.never.map(([womanId, groupId]) => fitKey(womanId, groupId)))
  return composing.groups.map((group) => ({
    groupId: group.id,
    code: misfit(composing, never, woman, group) ?? seatCode(composing, composition, woman, group),
  }))
}

function seatCode(
  { apart }: Composing,
  composition: Composition,
  woman: ComposeWoman,
  group: ComposeGroup,
): LeftOutCode {
  const inIt = [...composition].flatMap(([womanId, groupId]) =>
    groupId === group.id && womanId !== woman.id ? [womanId] : [],
  )
  const sealed = apart.some(
    ([a, b]) => (a === woman.id && inIt.includes(b)) || (b === woman.id && inIt.includes(a)),
  )
  const size = group.seated.length + inIt.length
  // Full says enough, also where there is more to say.
  if (size >= group.max) return 'full'
  if (sealed) return 'sealed'
  return size + 1 < group.min ? 'too-few' : 'room'
}

/** The reasons in all, each once, what can be mended by asking her first. */
export const reasonsOf = (why: readonly Why[]): readonly LeftOutCode[] =>
  why.length === 0 ? ['no-group'] : leftOutCodes.filter((code) => why.some((one) => one.code === code))

/** Of a fit code: it is hers, whatever the group. */
export const isHers = (code: LeftOutCode): code is Extract<FitCode, 'help' | 'times-unknown'> =>
  code === 'help' || code === 'times-unknown'
