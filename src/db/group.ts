import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { GroupFacilitatorTable, GroupTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type GroupRow = Selectable<GroupTable>
export type FacilitatorRow = Selectable<GroupFacilitatorTable>

/**
 * The groups this actor may see: coordinators and Naast's own jobs all of the organisation, a worker those she leads
 * now. That a group exists, when and where, is nobody else's: everyone else sees none.
 */
export const visibleGroups = (db: Db, actor: Actor) =>
  db
    .selectFrom('group')
    .where('group.org_id', '=', actor.orgId)
    .where((e) => {
      if (actor.kind === 'system' || isMemberWith(actor, 'coordinator')) return e.lit(true)
      if (isMemberWith(actor, 'worker') && actor.workerId)
        return e.exists(
          e
            .selectFrom('group_facilitator')
            .select('group_facilitator.id')
            .whereRef('group_facilitator.org_id', '=', 'group.org_id')
            .whereRef('group_facilitator.group_id', '=', 'group.id')
            .where('group_facilitator.worker_id', '=', actor.workerId)
            .where('group_facilitator.until_day', 'is', null),
        )
      return e.lit(false)
    })

export const findGroup = (db: Db, actor: Actor, id: string): Promise<GroupRow | undefined> =>
  visibleGroups(db, actor).selectAll('group').where('group.id', '=', id).executeTakeFirst()

/** The row, held until the transaction ends: its seats can't be given away twice. */
export const lockGroup = (tx: Tx, actor: Actor, id: string): Promise<GroupRow | undefined> =>
  visibleGroups(tx, actor).selectAll('group').where('group.id', '=', id).forUpdate().executeTakeFirst()

/** Newest first. */
export const listGroupRows = (db: Db, actor: Actor, limit: number): Promise<GroupRow[]> =>
  visibleGroups(db, actor).selectAll('group').orderBy('group.id', 'desc').limit(limit).execute()

export async function insertGroup(tx: Tx, row: Insertable<GroupTable>): Promise<void> {
  await tx.insertInto('group').values(row).execute()
}

/** Writes a locked row and counts its version up. */
export async function saveGroup(tx: Tx, row: GroupRow, changed: Updateable<GroupTable>): Promise<void> {
  await tx
    .updateTable('group')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** How many seats are taken, of a group that is held; nothing else of it changed, so its version stays. */
export async function saveSeatsTaken(
  tx: Tx,
  { org_id, id }: Pick<GroupRow, 'org_id' | 'id'>,
  seats: number,
): Promise<void> {
  await tx
    .updateTable('group')
    .set({ seats_taken: Math.max(0, seats) })
    .where('org_id', '=', org_id)
    .where('id', '=', id)
    .execute()
}

/** One seat less, whoever may see the group. */
export async function freeSeat(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx
    .updateTable('group')
    .set((e) => ({ seats_taken: e.fn<number>('greatest', [e('seats_taken', '-', 1), e.val(0)]) }))
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .execute()
}

/** Who leads these groups now. */
export const findFacilitators = (
  db: Db,
  orgId: string,
  groupIds: readonly string[],
): Promise<FacilitatorRow[]> =>
  groupIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('group_facilitator')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('group_id', 'in', [...groupIds])
        .where('until_day', 'is', null)
        .orderBy('id')
        .execute()

export async function insertFacilitators(
  tx: Tx,
  rows: readonly Insertable<GroupFacilitatorTable>[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('group_facilitator')
    .values([...rows])
    .execute()
}

/** These no longer lead the group; that they did stays. */
export async function endFacilitators(
  tx: Tx,
  orgId: string,
  ids: readonly string[],
  untilDay: Day,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('group_facilitator')
    .set({ until_day: untilDay })
    .where('org_id', '=', orgId)
    .where('id', 'in', [...ids])
    .execute()
}
