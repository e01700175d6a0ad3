import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { CalendarFeedTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'

type FeedRow = Selectable<CalendarFeedTable>

/** Her calendar that is open now; `undefined` as long as she made none. */
export const findOwnFeed = (db: Db, orgId: string, memberId: string): Promise<FeedRow | undefined> =>
  db
    .selectFrom('calendar_feed')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

export async function insertFeed(tx: Tx, row: Insertable<CalendarFeedTable>): Promise<void> {
  await tx.insertInto('calendar_feed').values(row).execute()
}

/** Shuts what is open of hers; gives how many there were. */
export async function endFeeds(
  tx: Tx,
  orgId: string,
  memberId: string,
  ended_at: Temporal.Instant,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('calendar_feed')
    .set({ ended_at })
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/**
 * The calendar behind an address, with whose it is: one question, whatever the answer. Not one that was ended, nor of who is
 * no member any more, no worker, or in an organisation that allows none.
 */
export const findLiveFeed = (db: Db, orgId: string, tokenHash: Buffer, today: Day) =>
  db
    .selectFrom('calendar_feed')
    .innerJoin('member', (join) =>
      join
        .onRef('member.org_id', '=', 'calendar_feed.org_id')
        .onRef('member.id', '=', 'calendar_feed.member_id'),
    )
    .innerJoin('organisation', 'organisation.id', 'calendar_feed.org_id')
    .select([
      'calendar_feed.id',
      'calendar_feed.last_fetched_at',
      'member.id as member_id',
      'member.worker_id',
      'member.roles',
      'member.language',
      'organisation.calendars',
    ])
    .where('calendar_feed.org_id', '=', orgId)
    .where('calendar_feed.token_hash', '=', tokenHash)
    .where('calendar_feed.ended_at', 'is', null)
    .where('organisation.calendars', '<>', 'none')
    .where('member.worker_id', 'is not', null)
    .where('member.active_from', '<=', today)
    .where((e) => e.or([e('member.active_until', 'is', null), e('member.active_until', '>=', today)]))
    .executeTakeFirst()

export async function noteFetched(tx: Tx, orgId: string, id: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('calendar_feed')
    .set({ last_fetched_at: at })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .execute()
}

export async function countOpenFeeds(db: Db, orgId: string): Promise<number> {
  const row = await db
    .selectFrom('calendar_feed')
    .select((e) => e.fn.countAll<string>().as('feeds'))
    .where('org_id', '=', orgId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(row?.feeds ?? 0)
}
