import { type Day, daysBetween, isBefore } from '#domain/day.ts'
import type { GateKind } from '#domain/programme/definition.ts'
import { coversOf, type WaiverCover } from '#domain/worker/gates.ts'

/** Why a manager lets her go on without something; proposals of ours. */
export const waiverReasons = [
  'on_its_way',
  'planned',
  'experience_instead',
  'mother_asks_for_her',
  'other',
] as const

/** A grace that lasts longer is no grace; ours to propose, an organisation's to confirm. */
const graceAtMostDays = { value: 92, prov: 'to_confirm' } as const

/** What is wrong with such a decision, by field; nothing if it is well. */
export function waiverProblems(
  { kind, covers, until }: { kind: GateKind; covers: WaiverCover; until: Day | null },
  today: Day,
): Readonly<Record<string, string>> {
  if (!coversOf(kind).includes(covers)) return { covers: 'not-waived-for-new' }
  if (covers === 'running' && !until) return { until: 'required' }
  if (until && !isBefore(today, until)) return { until: 'not-after-today' }
  if (covers === 'running' && until && daysBetween(today, until) > graceAtMostDays.value)
    return { until: 'grace-too-long' }
  return {}
}
