import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { RedFlagCheckTable, RedFlagReviewTable, RedFlagTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'

export type RedFlagCheckRow = Selectable<RedFlagCheckTable>
export type RedFlagRow = Selectable<RedFlagTable>
export type RedFlagReviewRow = Selectable<RedFlagReviewTable>

/** The callers of all of these have found the trajectory as theirs to see. */
export const listRedFlagChecks = (db: Db, orgId: string, trajectoryId: string): Promise<RedFlagCheckRow[]> =>
  db
    .selectFrom('red_flag_check')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('checked_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const listRedFlags = (db: Db, orgId: string, trajectoryId: string): Promise<RedFlagRow[]> =>
  db
    .selectFrom('red_flag')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('id')
    .execute()

export const listRedFlagReviews = (
  db: Db,
  orgId: string,
  trajectoryId: string,
): Promise<RedFlagReviewRow[]> =>
  db
    .selectFrom('red_flag_review')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('reviewed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Those nobody has looked at, held: two who review them at once do so after each other. */
export const lockOpenRedFlags = (tx: Tx, orgId: string, trajectoryId: string): Promise<RedFlagRow[]> =>
  tx
    .selectFrom('red_flag')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('review_id', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()

export async function insertRedFlagCheck(
  tx: Tx,
  check: Insertable<RedFlagCheckTable>,
  flags: readonly Insertable<RedFlagTable>[],
): Promise<void> {
  await tx.insertInto('red_flag_check').values(check).execute()
  if (flags.length > 0)
    await tx
      .insertInto('red_flag')
      .values([...flags])
      .execute()
}

/** Keeps the review and closes the flags it is about. */
export async function insertRedFlagReview(
  tx: Tx,
  review: Insertable<RedFlagReviewTable>,
  flagIds: readonly string[],
): Promise<void> {
  await tx.insertInto('red_flag_review').values(review).execute()
  await tx
    .updateTable('red_flag')
    .set({ review_id: review.id })
    .where('org_id', '=', review.org_id)
    .where('id', 'in', [...flagIds])
    .execute()
}

/** The last day on which a red flag was noted. */
export async function findLastRedFlagOn(db: Db, orgId: string, trajectoryId: string): Promise<Day | null> {
  const row = await db
    .selectFrom('red_flag')
    .select('noted_on')
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('noted_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.noted_on ?? null
}
