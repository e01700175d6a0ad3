import type { ComposeGroup, ComposeWoman, Composing } from './people.ts'

/** Why a woman can't be in a group. `sealed` says no more than that: what it is about is the safeguarding lead's. */
export const fitCodes = ['help', 'times-unknown', 'time', 'language', 'by-hand', 'sealed'] as const
export type FitCode = (typeof fitCodes)[number]

/** The first that keeps her out, or nothing. What is sealed is looked at last: it isn't said where anything else is. */
export function misfit(
  composing: Pick<Composing, 'moves'>,
  never: ReadonlySet<string>,
  woman: ComposeWoman,
  group: ComposeGroup,
): FitCode | null {
  if (!woman.helped) return 'help'
  if (woman.slots.length === 0) return 'times-unknown'
  if (!group.slots.every((slot) => woman.slots.includes(slot))) return 'time'
  if (!understands(woman, group)) return 'language'
  if (forbiddenByHand(composing, woman.id, group.id)) return 'by-hand'
  return never.has(fitKey(woman.id, group.id)) ? 'sealed' : null
}

export const fitKey = (womanId: string, groupId: string): string => `${womanId} ${groupId}`

/** In what is spoken there; who asked for an interpreter needs that one, or a group in that language. */
const understands = ({ languages, interpreter }: ComposeWoman, group: ComposeGroup): boolean =>
  interpreter === null
    ? languages.some((one) => group.languages.includes(one) || group.interpreters.includes(one))
    : group.languages.includes(interpreter) || group.interpreters.includes(interpreter)

const forbiddenByHand = ({ moves }: Pick<Composing, 'moves'>, womanId: string, groupId: string): boolean =>
  moves.some(
    (move) =>
      move.womanId === womanId && (move.kind === 'not' ? move.groupId === groupId : move.groupId !== groupId),
  )
