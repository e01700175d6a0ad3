import type { AuditRow } from '#db/audit.ts'
import type { Db, Tx } from '#db/connection.ts'
import type { Line, Seal } from '#domain/audit/seal.ts'

export interface KeptSeal extends Seal {
  readonly sealedAt: Temporal.Instant
}

/** Seals after this number, in their order. */
export const listSeals = async (
  db: Db,
  orgId: string,
  where: { after: number; limit: number },
): Promise<KeptSeal[]> =>
  (
    await db
      .selectFrom('audit_seal')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('number', '>', where.after)
      .orderBy('number')
      .limit(where.limit)
      .execute()
  ).map((row) => ({
    orgId: row.org_id,
    number: row.number,
    previous: row.previous,
    afterId: row.after_id,
    untilId: row.until_id,
    lines: row.lines,
    hash: row.hash,
    signature: row.signature,
    sealedAt: row.sealed_at,
  }))

/** The number of the last seal; 0 if there is none. */
export async function lastSealNumber(db: Db, orgId: string): Promise<number> {
  const row = await db
    .selectFrom('audit_seal')
    .select((e) => e.fn.max('number').as('number'))
    .where('org_id', '=', orgId)
    .executeTakeFirst()
  return row?.number ?? 0
}

/** Keeps a seal; false if another process made one with this number meanwhile. */
export async function insertSeal(tx: Tx, seal: Seal, at: Temporal.Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('audit_seal')
    .values({
      org_id: seal.orgId,
      number: seal.number,
      previous: seal.previous,
      after_id: seal.afterId,
      until_id: seal.untilId,
      lines: seal.lines,
      hash: seal.hash,
      signature: seal.signature,
      sealed_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The oldest seal whose lines are all older than this id and not yet gone. */
export async function findOldSeal(
  db: Db,
  orgId: string,
  before: string,
): Promise<Pick<Seal, 'number' | 'afterId' | 'untilId'> | null> {
  const first = await db
    .selectFrom('audit_event')
    .select('id')
    .where('org_id', '=', orgId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!first || first.id >= before) return null
  const seal = await db
    .selectFrom('audit_seal')
    .select(['number', 'after_id', 'until_id'])
    .where('org_id', '=', orgId)
    .where('until_id', '>=', first.id)
    .where('until_id', '<', before)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  return seal ? { number: seal.number, afterId: seal.after_id, untilId: seal.until_id } : null
}

/** Removes all lines under one seal, and says how many; the database keeps those that are too young. */
export async function deleteLines(
  tx: Tx,
  orgId: string,
  { afterId, untilId }: Pick<Seal, 'afterId' | 'untilId'>,
): Promise<number> {
  let query = tx.deleteFrom('audit_event').where('org_id', '=', orgId).where('id', '<=', untilId)
  if (afterId !== null) query = query.where('id', '>', afterId)
  return Number((await query.executeTakeFirst()).numDeletedRows)
}

/** Lines of the log in the order of their ids: after one (`null`: from the first), up to and including or before another. */
export async function listLines(
  db: Db,
  orgId: string,
  where: { after: string | null; until?: string; before?: string; limit: number },
): Promise<Line[]> {
  const { after, until, before, limit } = where
  let query = db.selectFrom('audit_event').selectAll().where('org_id', '=', orgId)
  if (after !== null) query = query.where('id', '>', after)
  if (until !== undefined) query = query.where('id', '<=', until)
  if (before !== undefined) query = query.where('id', '<', before)
  return (await query.orderBy('id').limit(limit).execute()).map(lineOf)
}

const lineOf = (row: AuditRow): Line => ({
  id: row.id,
  at: row.at,
  event: row.event,
  action: row.action,
  outcome: row.outcome,
  actorKind: row.actor_kind,
  actorId: row.actor_id,
  actorRoles: row.actor_roles,
  onBehalfOf: row.on_behalf_of,
  personIds: row.person_ids,
  trajectoryIds: row.trajectory_ids,
  accessBasis: row.access_basis,
  policyVersion: row.policy_version,
  requestId: row.request_id,
  // Codes and counts: that is all `appendAudit` takes.
  detail: row.detail as Line['detail'],
})
