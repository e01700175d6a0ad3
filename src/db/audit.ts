import { json, type Tx } from '#db/connection.ts'

/** One line of the access log, with the fields of NEN 7513: what, when, who, for whom, about whom, on which basis. */
export interface AuditEntry {
  id: string
  orgId: string
  at: Temporal.Instant
  event: string
  action: 'create' | 'read' | 'update' | 'delete' | 'execute'
  outcome: 'success' | 'denied' | 'refused' | 'failed'
  actorKind: string
  actorId: string | null
  actorRoles: readonly string[]
  onBehalfOf: string | null
  personIds: readonly string[]
  trajectoryIds: readonly string[]
  accessBasis: string
  policyVersion: string
  requestId: string
  /** Codes and counts only, never content. */
  detail: Record<string, string | number> | null
}

export async function appendAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto('audit_event')
    .values({
      org_id: entry.orgId,
      id: entry.id,
      at: entry.at,
      event: entry.event,
      action: entry.action,
      outcome: entry.outcome,
      actor_kind: entry.actorKind,
      actor_id: entry.actorId,
      actor_roles: [...entry.actorRoles],
      on_behalf_of: entry.onBehalfOf,
      person_ids: [...entry.personIds],
      trajectory_ids: [...entry.trajectoryIds],
      access_basis: entry.accessBasis,
      policy_version: entry.policyVersion,
      request_id: entry.requestId,
      detail: entry.detail === null ? null : json(entry.detail),
    })
    .execute()
}
