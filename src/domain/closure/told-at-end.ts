import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { factsIn } from '#domain/programme/expression.ts'
import { ruleOf } from '#domain/programme/rules.ts'

/** Facts of the end that nothing else writes down: only the person who closes can tell. */
export const toldAtEnd = ['planClosed', 'handover'] as const
export type ToldAtEnd = (typeof toldAtEnd)[number]
/** The answers; `null`, or not there, is not known, and that is not a no. */
export type Told = Partial<Readonly<Record<ToldAtEnd, boolean | null>>>

/** What is asked of who closes: no more than the programme's own rule for being carried through needs. */
export function askedAtEnd({ completion }: Pick<ProgrammeDefinition, 'completion'>): readonly ToldAtEnd[] {
  const names = factsIn(ruleOf(completion.value))
  return toldAtEnd.filter((name) => names.includes(name))
}
