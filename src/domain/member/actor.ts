import type { Role } from '#domain/member/role.ts'
import type { ServiceScope } from '#domain/service/service-scope.ts'

/**
 * Who is asking. Every use case gets one; nothing happens without.
 *
 * - `member`: somebody who signed in. `workerId` is set when she is also a worker (mentor, volunteer, coach).
 * - `visitor`: a public page of one organisation (a midwife's or a mother's own referral form, an
 *   application of somebody who wants to stand beside). Not signed in.
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
  /** When she last showed, in this session, that it is she; what weighs heaviest asks for that anew. */
  readonly provedAt?: Temporal.Instant | null
}
/**
 * Which public form somebody came through; or a worker's phone, on its own, or at the door of a visit alone; or a woman's
 * own device, on which she answers questions.
 */
export type PublicDoor = 'professional' | 'self' | 'applicant' | 'phone' | 'way_out' | 'own_device'
export interface VisitorActor {
  readonly kind: 'visitor'
  readonly orgId: string
  readonly door: PublicDoor
}
export interface ServiceActor {
  readonly kind: 'service'
  readonly orgId: string
  readonly serviceId: string
  readonly scopes: readonly ServiceScope[]
}
export interface SystemActor {
  readonly kind: 'system'
  readonly orgId: string
  readonly job: string
}

/** A member who has roles; its own type, so that `isMemberWith` saying no doesn't rule out a member of other roles. */
type MemberWithRoles = MemberActor & { readonly roles: readonly [Role, ...Role[]] }

/** True if the actor is a signed-in member with at least one of these roles. */
export const isMemberWith = (actor: Actor, ...wanted: Role[]): actor is MemberWithRoles =>
  actor.kind === 'member' && wanted.some((role) => actor.roles.includes(role))

/** True if the actor is another system whose key opens this. */
export const isServiceWith = (actor: Actor, scope: ServiceScope): actor is ServiceActor =>
  actor.kind === 'service' && actor.scopes.includes(scope)

/** The id that stands in audit rows, idempotency keys and 'decided by' columns; `null` for a visitor. */
export const actorId = (actor: Actor): string | null =>
  actor.kind === 'member' ? actor.memberId : actor.kind === 'service' ? actor.serviceId : null
