import type { FidelityRule, stoppedActions } from '#domain/programme/definition.ts'

export type StoppedAction = (typeof stoppedActions)[number]

/** What a rule stops that doesn't say so itself: where what it asks after is about to happen. */
const about: readonly (readonly [prefix: string, actions: readonly StoppedAction[]])[] = [
  ['worker.', ['match', 'visit']],
  ['safeContactKnown', ['message']],
  ['outboundViolatesSafeContact', ['message']],
  ['closed', ['closing']],
  ['ended', ['closing']],
  ['groupSize', ['group']],
  ['relationConflict', ['group']],
  ['languageShared', ['match', 'visit']],
]

/** The actions that may not be taken while this rule holds; none unless it is a block. */
export function stops(
  rule: Pick<FidelityRule, 'severity' | 'stops'>,
  facts: readonly string[],
): readonly StoppedAction[] {
  if (rule.severity !== 'block') return []
  return (
    rule.stops ?? [
      ...new Set(
        about.flatMap(([prefix, actions]) => (facts.some((name) => name.startsWith(prefix)) ? actions : [])),
      ),
    ]
  )
}
