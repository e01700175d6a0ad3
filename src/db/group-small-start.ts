import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { SmallStartTable } from '#db/tables.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import type { Actor } from '#domain/member/actor.ts'

export type SmallStartRow = Selectable<SmallStartTable>

/** What was asked for one group, newest first. Visibility is the group's: find or lock that first. */
export const findSmallStarts = (db: Db, orgId: string, groupId: string): Promise<SmallStartRow[]> =>
  db
    .selectFrom('small_start')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('group_id', '=', groupId)
    .orderBy('id', 'desc')
    .execute()

/**
 * The requests this actor may see. Whoever answers for the programme sees that a group asks, and of it no more than
 * its programme and how many women: not who, where, when, nor what it is called.
 */
const visibleSmallStarts = (db: Db, actor: Actor) =>
  db
    .selectFrom('small_start')
    .innerJoin('group', (join) =>
      join.onRef('group.org_id', '=', 'small_start.org_id').onRef('group.id', '=', 'small_start.group_id'),
    )
    .where('small_start.org_id', '=', actor.orgId)
    .where((e) => e.lit(groupPolicy.readSmallStart(actor)))
    .selectAll('small_start')
    .select(['group.programme_id', 'group.programme_version', 'group.state as group_state'])

export const findSmallStart = (db: Db, actor: Actor, id: string) =>
  visibleSmallStarts(db, actor).where('small_start.id', '=', id).executeTakeFirst()

/** The request and its group, held until the transaction ends. */
export const lockSmallStart = (tx: Tx, actor: Actor, id: string) =>
  visibleSmallStarts(tx, actor).where('small_start.id', '=', id).forUpdate().executeTakeFirst()

/** What waits for an answer, the oldest first; of a group that went on or stopped nothing is asked any more. */
export const listOpenSmallStarts = (db: Db, actor: Actor, limit: number) =>
  visibleSmallStarts(db, actor)
    .where('small_start.answer', 'is', null)
    .where('group.state', '=', 'recruiting')
    .orderBy('small_start.id')
    .limit(limit)
    .execute()

export async function insertSmallStart(tx: Tx, row: Insertable<SmallStartTable>): Promise<void> {
  await tx.insertInto('small_start').values(row).execute()
}

/** Writes the answer on a row that is held. */
export async function saveSmallStart(
  tx: Tx,
  { org_id, id }: Pick<SmallStartRow, 'org_id' | 'id'>,
  answer: Required<
    Pick<Updateable<SmallStartTable>, 'answer' | 'answer_code' | 'answered_by' | 'answered_at'>
  >,
): Promise<void> {
  await tx.updateTable('small_start').set(answer).where('org_id', '=', org_id).where('id', '=', id).execute()
}
