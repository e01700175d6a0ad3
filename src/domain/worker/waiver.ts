import { type Day, daysBetween, isBefore } from '#domain/day.ts'
import type { Actor } from '#domain/member/actor.ts'
import { isSecondPerson } from '#domain/member/second-person.ts'
import type { GateKind } from '#domain/programme/definition.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
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

/** Is this worker who asks? Of herself nobody says that something is in order. */
export const isHerself = (actor: Actor, workerId: string): boolean =>
  actor.kind === 'member' && actor.workerId === workerId

/** May this manager decide it? Never for herself, and never who plans her work. */
export const mayWaive = (
  actor: Actor,
  worker: { readonly id: string; readonly coordinatorId: string | null },
): true | Refusal<'waiver-own'> =>
  actor.kind === 'member' &&
  !isHerself(actor, worker.id) &&
  isSecondPerson(actor.memberId, [worker.coordinatorId])
    ? true
    : refuse('waiver-own')

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
