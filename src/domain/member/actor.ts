import type { Role } from '#domain/member/role.ts'

/**
 * Who is asking. Every use case gets one; nothing happens without.
 *
 * - `member`: somebody who signed in. `workerId` is set when she is also a worker (mentor, volunteer, coach).
 * - `visitor`: a public page of one organisation (a midwife's or a mother's own referral form). Not signed in.
 * - `service`: another system with a key of this organisation (the FHIR door).
 * - `system`: Naast itself, by the clock (jobs, the outbox, seeds' first step).
 */
export type Actor = MemberActor | VisitorActor | ServiceActor | SystemActor

export interface MemberActor {
  readonly kind: 'member'
  readonly orgId: string
  readonly memberId: string
  readonly roles: readonly Role[]
  readonly workerId: string | null
}
export interface VisitorActor {
  readonly kind: 'visitor'
  readonly orgId: string
  readonly door: 'professional' | 'self'
}
export interface ServiceActor {
  readonly kind: 'service'
  readonly orgId: string
  readonly serviceId: string
}
export interface SystemActor {
  readonly kind: 'system'
  readonly orgId: string
  readonly job: string
}

/** True if the actor is a signed-in member with at least one of these roles. */
export const isMemberWith = (actor: Actor, ...wanted: Role[]): actor is MemberActor =>
  actor.kind === 'member' && wanted.some((role) => actor.roles.includes(role))

/** The id that stands in audit rows, idempotency keys and 'decided by' columns; `null` for a visitor. */
export const actorId = (actor: Actor): string | null =>
  actor.kind === 'member' ? actor.memberId : actor.kind === 'service' ? actor.serviceId : null
