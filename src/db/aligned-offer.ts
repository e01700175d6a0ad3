import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { AlignedMeetingTable, AlignedOfferTable, AlignedStaffTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type OfferRow = Selectable<AlignedOfferTable>
export type OfferMeetingRow = Selectable<AlignedMeetingTable>
export type OfferStaffRow = Selectable<AlignedStaffTable>

/** The offers this actor may see: who plans groups all of them, a worker those she leads now, others none. */
const visibleOffers = (db: Db, actor: Actor) =>
  db
    .selectFrom('aligned_offer')
    .where('aligned_offer.org_id', '=', actor.orgId)
    .where((e) => {
      if (groupPolicy.plan(actor)) return e.lit(true)
      if (isMemberWith(actor, 'worker') && actor.workerId)
        return e.exists(
          e
            .selectFrom('aligned_staff')
            .select('aligned_staff.id')
            .whereRef('aligned_staff.org_id', '=', 'aligned_offer.org_id')
            .whereRef('aligned_staff.offer_id', '=', 'aligned_offer.id')
            .where('aligned_staff.worker_id', '=', actor.workerId)
            .where('aligned_staff.until_day', 'is', null),
        )
      return e.lit(false)
    })

export const findOffer = (db: Db, actor: Actor, id: string): Promise<OfferRow | undefined> =>
  visibleOffers(db, actor).selectAll('aligned_offer').where('aligned_offer.id', '=', id).executeTakeFirst()

/** What goes on of what this actor sees; she leads some of it, or plans all. */
export const listOffers = (db: Db, actor: Actor, limit: number): Promise<OfferRow[]> =>
  visibleOffers(db, actor)
    .selectAll('aligned_offer')
    .where('aligned_offer.state', '=', 'planned')
    .orderBy('aligned_offer.id')
    .limit(limit)
    .execute()

/** What goes on beside this group, whoever asks: for rules. The group is held, so that none comes meanwhile. */
export const findOffersBeside = (db: Db, orgId: string, groupId: string): Promise<OfferRow[]> =>
  db
    .selectFrom('aligned_offer')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('group_id', '=', groupId)
    .where('state', '=', 'planned')
    .orderBy('id')
    .execute()

export const findMeetingsOf = (
  db: Db,
  orgId: string,
  offerIds: readonly string[],
): Promise<OfferMeetingRow[]> =>
  offerIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('aligned_meeting')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('offer_id', 'in', [...offerIds])
        .orderBy('number')
        .execute()

/** Who leads these now. */
export const findStaffOf = (db: Db, orgId: string, offerIds: readonly string[]): Promise<OfferStaffRow[]> =>
  offerIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('aligned_staff')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('offer_id', 'in', [...offerIds])
        .where('until_day', 'is', null)
        .orderBy('id')
        .execute()

/** Its id, or nothing if the group has one of this kind already. */
export const insertOffer = (
  tx: Tx,
  row: Insertable<AlignedOfferTable>,
): Promise<{ id: string } | undefined> =>
  tx
    .insertInto('aligned_offer')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

/** Writes an offer whose group is held, and counts its version up. */
export async function saveOffer(
  tx: Tx,
  row: OfferRow,
  changed: Updateable<AlignedOfferTable>,
): Promise<void> {
  await tx
    .updateTable('aligned_offer')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

export async function insertMeetingsOf(
  tx: Tx,
  rows: readonly Insertable<AlignedMeetingTable>[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('aligned_meeting')
    .values([...rows])
    .execute()
}

export async function saveMeetingOf(
  tx: Tx,
  row: OfferMeetingRow,
  changed: Updateable<AlignedMeetingTable>,
): Promise<void> {
  await tx
    .updateTable('aligned_meeting')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

export async function insertStaff(tx: Tx, rows: readonly Insertable<AlignedStaffTable>[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('aligned_staff')
    .values([...rows])
    .execute()
}

/** These no longer lead it; that they did stays. */
export async function endStaff(tx: Tx, orgId: string, ids: readonly string[], untilDay: Day): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('aligned_staff')
    .set({ until_day: untilDay })
    .where('org_id', '=', orgId)
    .where('id', 'in', [...ids])
    .execute()
}
