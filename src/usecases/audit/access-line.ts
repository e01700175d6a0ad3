import type { AuditRow } from '#db/audit.ts'
import { findMembers } from '#db/member.ts'
import type { Work } from '#usecases/context.ts'
import { memberFields } from '#usecases/member/member-fields.ts'

/** One line of the access log as people read it. Whom it concerned stays a number; opening a name is another act. */
export interface AccessLine {
  readonly id: string
  readonly at: Temporal.ZonedDateTime
  /** Name of the use case; words as `event.<name>`. */
  readonly event: string
  readonly action: AuditRow['action']
  readonly outcome: AuditRow['outcome']
  readonly actorKind: string
  /** A member's name; `null` for a form, another system or Naast itself, and for a name that was erased. */
  readonly actorName: string | null
  readonly actorId: string | null
  readonly actorRoles: readonly string[]
  readonly basis: string
  readonly personIds: readonly string[]
  readonly trajectoryIds: readonly string[]
  readonly detail: Readonly<Record<string, string | number>>
}

/** Opens the names of the members who stand in these lines. */
export async function openLines(work: Work, rows: readonly AuditRow[]): Promise<AccessLine[]> {
  const wanted = new Set(
    rows.flatMap(({ actor_kind, actor_id }) => (actor_kind === 'member' ? (actor_id ?? []) : [])),
  )
  const members = (await findMembers(work.tx, work.orgId)).filter(({ id }) => wanted.has(id))
  await work.vault.load(members.map(({ id }) => id))
  const names = new Map(
    members.map((row) => [
      row.id,
      memberFields.open(work.vault, row.id, row.id, 'name_sealed', row.name_sealed),
    ]),
  )
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toZonedDateTimeISO(work.zone),
    event: row.event,
    action: row.action,
    outcome: row.outcome,
    actorKind: row.actor_kind,
    actorName: (row.actor_id && names.get(row.actor_id)) || null,
    actorId: row.actor_id,
    actorRoles: row.actor_roles,
    basis: row.access_basis,
    personIds: row.person_ids,
    trajectoryIds: row.trajectory_ids,
    // Written by the use-case door: codes and counts.
    detail: (row.detail ?? {}) as Record<string, string | number>,
  }))
}
