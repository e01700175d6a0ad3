import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { rulesOf } from '#domain/signal/compiled-rules.ts'
import { Invalid, Refused } from '#usecases/failure.ts'

/**
 * What a programme doesn't ask is not kept: the rule that stands for it says so, in its own words, and nobody sets it
 * aside (domain.md 6.7, G-F6). `outside` are the fields that its definition doesn't know.
 */
export function keepToDefinition(definition: ProgrammeDefinition, outside: readonly string[]): void {
  if (outside.length === 0) return
  const stopping = rulesOf(definition).rules.find(
    ({ rule, facts }) => rule.severity === 'block' && facts.includes('fieldOutsideDefinition'),
  )
  if (!stopping) throw new Invalid(Object.fromEntries(outside.map((name) => [name, 'unknown-field'])))
  const { id, message } = stopping.rule
  throw new Refused('field-outside-programme', { rule: id, nl: message.nl, en: message.en })
}
