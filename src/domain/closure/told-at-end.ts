import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { factsIn } from '#domain/programme/expression.ts'
import { ruleOf } from '#domain/programme/rules.ts'

/** Facts of the end that only the person who closes can tell, unless a plan or a handover says so already. */
export const toldAtEnd = ['planClosed', 'handover'] as const
export type ToldAtEnd = (typeof toldAtEnd)[number]
/** The answers; `null`, or not there, is not known, and that is not a no. */
export type Told = Partial<Readonly<Record<ToldAtEnd, boolean | null>>>

/** What is asked of who closes: what the programme's own rule for being carried through needs and nobody wrote down. */
export function askedAtEnd(
  { completion }: Pick<ProgrammeDefinition, 'completion'>,
  known: Told = {},
): readonly ToldAtEnd[] {
  const names = factsIn(ruleOf(completion.value))
  return toldAtEnd.filter((name) => names.includes(name) && (known[name] ?? null) === null)
}
