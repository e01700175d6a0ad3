import type { Side } from '#domain/match/match.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/**
 * Who hears what of a check-in. A coordinator both sides, but never the mother's of a woman beside whom she stands
 * herself; a worker what she said herself. Which matches one sees at all, the query decides.
 */
export const checkInPolicy = {
  list: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  own: (actor: Actor) => isMemberWith(actor, 'worker'),
  take: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
  miss: (actor: Actor) => isMemberWith(actor, 'coordinator'),
} as const

/**
 * The sides that this actor may read and write down, of a match with the worker `of`, where `now` stands beside her
 * today. Who stands beside her hears nothing of what she said about it, nor of what was said with somebody before.
 */
export function sidesOf(
  actor: Actor,
  { of, now }: { readonly of: string; readonly now: string | null },
): readonly Side[] {
  if (actor.kind !== 'member') return []
  const own = actor.workerId !== null
  if (own && actor.workerId === of && isMemberWith(actor, 'coordinator', 'worker')) return ['worker']
  if (own && actor.workerId === now) return []
  return isMemberWith(actor, 'coordinator') ? ['mother', 'worker'] : []
}
