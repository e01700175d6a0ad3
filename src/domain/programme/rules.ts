import type { Expression } from '#domain/programme/expression.ts'
import { isParseProblem, parseExpression } from '#domain/programme/expression-parser.ts'

const read = new Map<string, Expression>()

/**
 * The expression behind a rule's text. Definitions are checked before they are used, so that this always can be
 * read; text that can't be is an expression that is never known, not an error in the middle of someone's intake.
 */
export function ruleOf(text: string): Expression {
  const known = read.get(text)
  if (known) return known
  const parsed = parseExpression(text)
  const rule: Expression = isParseProblem(parsed) ? { kind: 'fact', name: '' } : parsed
  // Texts come from definitions, of which there are few; a limit all the same, as forgetting costs nothing.
  if (read.size >= 5000) read.clear()
  read.set(text, rule)
  return rule
}
