import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { ChildRequestStepTable, ChildRequestTable } from '#db/tables.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type ChildRequestRow = Selectable<ChildRequestTable>
export type ChildRequestStepRow = Selectable<ChildRequestStepTable>

/** The requests this actor may see: the privacy officer and the safeguarding lead all of the organisation, others none. */
export const visibleChildRequests = (db: Db, actor: Actor) =>
  db
    .selectFrom('child_request')
    .where('child_request.org_id', '=', actor.orgId)
    .where((e) => e.lit(isMemberWith(actor, 'privacy_officer', 'safeguarding_lead')))

export async function insertChildRequest(tx: Tx, row: Insertable<ChildRequestTable>): Promise<void> {
  await tx.insertInto('child_request').values(row).execute()
}

/** First what must be answered first; then what has ended, the newest first. */
export const listChildRequests = (db: Db, actor: Actor, limit: number): Promise<ChildRequestRow[]> =>
  visibleChildRequests(db, actor)
    .selectAll('child_request')
    .orderBy(sql`state in ('delivered', 'refused', 'withdrawn')`)
    .orderBy('answer_by')
    .orderBy('id')
    .limit(limit)
    .execute()

export const findChildRequest = (db: Db, actor: Actor, id: string): Promise<ChildRequestRow | undefined> =>
  visibleChildRequests(db, actor).selectAll('child_request').where('id', '=', id).executeTakeFirst()

export const lockChildRequest = (tx: Tx, actor: Actor, id: string): Promise<ChildRequestRow | undefined> =>
  visibleChildRequests(tx, actor)
    .selectAll('child_request')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Writes a locked row and counts its version up. */
export async function saveChildRequest(
  tx: Tx,
  row: ChildRequestRow,
  changed: Updateable<ChildRequestTable>,
): Promise<void> {
  await tx
    .updateTable('child_request')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

export async function insertChildRequestStep(tx: Tx, row: Insertable<ChildRequestStepTable>): Promise<void> {
  await tx.insertInto('child_request_step').values(row).execute()
}

export const listChildRequestSteps = (
  db: Db,
  orgId: string,
  requestId: string,
): Promise<ChildRequestStepRow[]> =>
  db
    .selectFrom('child_request_step')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('request_id', '=', requestId)
    .orderBy('taken_at')
    .orderBy('id')
    .execute()

/** Children born on this day, by its keyed hash, each with the newest trajectory of its mother. */
export const findChildrenBornOn = (
  db: Db,
  orgId: string,
  birthDayPrint: Buffer,
): Promise<{ child_id: string; person_id: string; trajectory_id: string }[]> =>
  db
    .selectFrom('person')
    .innerJoin('trajectory', (join) =>
      join.onRef('trajectory.org_id', '=', 'person.org_id').onRef('trajectory.child_id', '=', 'person.id'),
    )
    .select(['person.id as child_id', 'trajectory.person_id', 'trajectory.id as trajectory_id'])
    .distinctOn('person.id')
    .where('person.org_id', '=', orgId)
    .where('person.kind', '=', 'child')
    .where('person.birth_day_print', '=', birthDayPrint)
    .orderBy('person.id')
    .orderBy('trajectory.created_at', 'desc')
    .execute()
