import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { visibleChildRequests } from '#db/child-request.ts'
import type { Db, Tx } from '#db/connection.ts'
import type { DocumentTable } from '#db/tables.ts'
import { visibleTrajectories } from '#db/trajectory.ts'
import type { Day } from '#domain/day.ts'
import type { DocumentRoom } from '#domain/document/document-limits.ts'
import { documentPolicy } from '#domain/document/document-policy.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type DocumentRow = Selectable<DocumentTable>

/**
 * The documents this actor may see: of a trajectory that she sees all of them, or as a worker those that she added; of
 * a request for a child's file who sees the request.
 */
const visibleDocuments = (db: Db, actor: Actor) =>
  db
    .selectFrom('document')
    .where('document.org_id', '=', actor.orgId)
    .where((e) =>
      e.or([
        e.and([
          e('document.trajectory_id', 'in', visibleTrajectories(db, actor).select('trajectory.id')),
          isMemberWith(actor, 'coordinator', 'safeguarding_lead')
            ? e.lit(true)
            : e('document.added_by', '=', actor.kind === 'member' ? actor.memberId : null),
        ]),
        e('document.child_request_id', 'in', visibleChildRequests(db, actor).select('child_request.id')),
      ]),
    )

/** Of one trajectory or one request, the newest first; those that were taken out too, to say that there were. */
export const listDocumentsOf = (
  db: Db,
  actor: Actor,
  of: { readonly trajectoryId: string } | { readonly childRequestId: string },
): Promise<DocumentRow[]> =>
  visibleDocuments(db, actor)
    .selectAll('document')
    .where((e) =>
      'trajectoryId' in of
        ? e('document.trajectory_id', '=', of.trajectoryId)
        : e('document.child_request_id', '=', of.childRequestId),
    )
    .orderBy('document.id', 'desc')
    .limit(500)
    .execute()

export const findDocument = (db: Db, actor: Actor, id: string): Promise<DocumentRow | undefined> =>
  visibleDocuments(db, actor).selectAll('document').where('document.id', '=', id).executeTakeFirst()

/** The row, held: two who decide about one document do so after each other. */
export const lockDocument = (tx: Tx, actor: Actor, id: string): Promise<DocumentRow | undefined> =>
  visibleDocuments(tx, actor)
    .selectAll('document')
    .where('document.id', '=', id)
    .forUpdate('document')
    .executeTakeFirst()

/** What somebody asked to take out, for who decides that and sees no file; the oldest first. */
const askedRemovals = (db: Db, actor: Actor) =>
  db
    .selectFrom('document')
    .selectAll('document')
    .where('document.org_id', '=', actor.orgId)
    .where('document.state', '=', 'removal_asked')
    .where((e) => e.lit(documentPolicy.decideRemoval(actor)))

export const listRemovals = (db: Db, actor: Actor, limit: number): Promise<DocumentRow[]> =>
  askedRemovals(db, actor).orderBy('document.removal_asked_at').orderBy('document.id').limit(limit).execute()

export const findRemoval = (db: Db, actor: Actor, id: string): Promise<DocumentRow | undefined> =>
  askedRemovals(db, actor).where('document.id', '=', id).executeTakeFirst()

export const lockRemoval = (tx: Tx, actor: Actor, id: string): Promise<DocumentRow | undefined> =>
  askedRemovals(tx, actor).where('document.id', '=', id).forUpdate().executeTakeFirst()

interface RoomFor {
  readonly ownerId: string
  readonly memberId: string
  readonly today: Day
}

/** The room there is, held until the transaction ends: two who add at once don't both find the last of it. */
export async function holdDocumentRoom(tx: Tx, orgId: string, who: RoomFor): Promise<DocumentRoom> {
  for (const one of [who.ownerId, who.memberId].sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`document|${orgId}|${one}`}, 0))`.execute(tx)
  return findDocumentRoom(tx, orgId, who)
}

/** How much there is in this file, and how many this member added on this day. */
export async function findDocumentRoom(
  db: Db,
  orgId: string,
  { ownerId, memberId, today }: RoomFor,
): Promise<DocumentRoom> {
  const { bytes, added } = await db
    .selectFrom('document')
    .select((e) => [
      e.fn
        .sum<string>('size')
        .filterWhere('owner_id', '=', ownerId)
        .filterWhere('state', '<>', 'removed')
        .as('bytes'),
      e.fn
        .countAll<string>()
        .filterWhere('added_by', '=', memberId)
        .filterWhere('added_on', '=', today)
        .as('added'),
    ])
    .where('org_id', '=', orgId)
    .where((e) =>
      e.or([e('owner_id', '=', ownerId), e.and([e('added_by', '=', memberId), e('added_on', '=', today)])]),
    )
    .executeTakeFirstOrThrow()
  return { bytesInFile: Number(bytes ?? 0), addedToday: Number(added) }
}

export async function insertDocument(tx: Tx, row: Insertable<DocumentTable>): Promise<void> {
  await tx.insertInto('document').values(row).execute()
}

/** Writes a held row and counts its version up. */
export async function saveDocument(
  tx: Tx,
  row: DocumentRow,
  changed: Updateable<DocumentTable>,
): Promise<void> {
  await tx
    .updateTable('document')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}
