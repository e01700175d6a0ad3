import { type Day, isBefore } from '#domain/day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'

type ExtensionProblem =
  | { readonly refused: 'extension-not-offered' | 'extension-no-end' }
  | { readonly field: 'reason' | 'until' | 'reviewOn'; readonly code: string }

/**
 * May it last until this day, for this reason? The programme says which reasons there are and how much longer at most;
 * it is looked at again before that day.
 */
export function extensionProblem(
  { extension }: Pick<ProgrammeDefinition, 'extension'>,
  { until, reviewOn, reason }: { until: Day; reviewOn: Day; reason: string },
  { endsByRule, today }: { endsByRule: Day | null; today: Day },
): ExtensionProblem | null {
  if (!extension) return { refused: 'extension-not-offered' }
  if (!endsByRule) return { refused: 'extension-no-end' }
  if (!extension.reasons.some(({ id }) => id === reason)) return { field: 'reason', code: 'choose-one' }
  if (!isBefore(today, until) || !isBefore(endsByRule, until))
    return { field: 'until', code: 'day-before-end' }
  const most = extension.mostMonths && endsByRule.add({ months: extension.mostMonths.value })
  if (most && isBefore(most, until)) return { field: 'until', code: 'day-too-far' }
  if (!isBefore(today, reviewOn) || isBefore(until, reviewOn))
    return { field: 'reviewOn', code: 'day-not-between' }
  return null
}
