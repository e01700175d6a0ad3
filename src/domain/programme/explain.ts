import type { Language } from '#domain/member/language.ts'
import { adversityFacts } from '#domain/programme/adversity-facts.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { atomInWords } from '#domain/programme/explain-words.ts'
import { type Expression, type Facts, factsIn, isTrue } from '#domain/programme/expression.ts'
import { ruleOf } from '#domain/programme/rules.ts'

/** One thing that decided, or that would have to be known: what was asked, what is known of it, what follows. */
export interface Reason {
  readonly text: string
  /** Is this so? `null`: not known. */
  readonly so: boolean | null
  /** Facts it speaks of. */
  readonly facts: readonly string[]
}
export interface Explanation {
  /** The same as the rule's own result, always. */
  readonly result: boolean | null
  /** The fewest reasons that decide it; if it isn't known, what is missing. */
  readonly reasons: readonly Reason[]
}

/** Why a rule is true, false or not known under these facts, in the reader's language. */
export function explain(
  definition: ProgrammeDefinition,
  rule: string,
  said: Facts,
  language: Language,
): Explanation {
  const facts = { ...said, ...adversityFacts(definition, said) }
  const expression = ruleOf(rule)
  return {
    result: isTrue(expression, facts),
    reasons: decisive(expression, facts).map((atom) => ({
      text: atomInWords(definition, atom, facts, language),
      so: isTrue(atom, facts),
      facts: factsIn(atom),
    })),
  }
}

/**
 * The parts without and, or, not that decide the result: one that is true is enough for "or", one that is false for
 * "and". While it isn't known, those that are open.
 */
function decisive(expression: Expression, facts: Facts): readonly Expression[] {
  if (expression.kind === 'not') return decisive(expression.of, facts)
  if (expression.kind !== 'and' && expression.kind !== 'or') return [expression]
  const result = isTrue(expression, facts)
  if (result === (expression.kind === 'or')) {
    const enough = expression.parts
      .filter((part) => isTrue(part, facts) === result)
      .map((part) => decisive(part, facts))
    return enough.reduce((fewest, reasons) => (reasons.length < fewest.length ? reasons : fewest))
  }
  const parts = expression.parts.filter((part) => result !== null || isTrue(part, facts) === null)
  return distinct(parts.flatMap((part) => decisive(part, facts)))
}

const distinct = (atoms: readonly Expression[]): readonly Expression[] => {
  const seen = new Set<string>()
  return atoms.filter((atom) => {
    const text = JSON.stringify(atom)
    return seen.has(text) ? false : seen.add(text)
  })
}
