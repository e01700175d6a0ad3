import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { ReferralTable } from '#db/tables.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type ReferralRow = Selectable<ReferralTable>

/**
 * The referrals this actor may see: coordinators and Naast's own jobs all of the organisation, a referrer with an
 * account those she sent. Everyone else none.
 */
export const visibleReferrals = (db: Db, actor: Actor) =>
  db
    .selectFrom('referral')
    .where('referral.org_id', '=', actor.orgId)
    .where((e) => {
      if (actor.kind === 'system' || isMemberWith(actor, 'coordinator')) return e.lit(true)
      if (isMemberWith(actor, 'referrer')) return e('referral.referrer_member_id', '=', actor.memberId)
      return e.lit(false)
    })

export const findReferral = (db: Db, actor: Actor, id: string): Promise<ReferralRow | undefined> =>
  visibleReferrals(db, actor).selectAll('referral').where('referral.id', '=', id).executeTakeFirst()

export const lockReferral = (tx: Tx, actor: Actor, id: string): Promise<ReferralRow | undefined> =>
  visibleReferrals(tx, actor)
    .selectAll('referral')
    .where('referral.id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const listReferrals = (
  db: Db,
  actor: Actor,
  where: { states: readonly string[]; limit: number },
): Promise<ReferralRow[]> =>
  visibleReferrals(db, actor)
    .selectAll('referral')
    .where('referral.state', 'in', [...where.states])
    .orderBy('referral.received_at')
    .limit(where.limit)
    .execute()

export async function insertReferrals(tx: Tx, rows: readonly Insertable<ReferralTable>[]): Promise<void> {
  await tx
    .insertInto('referral')
    .values([...rows])
    .execute()
}

/** Writes a locked row and counts its version up. */
export async function saveReferral(
  tx: Tx,
  row: ReferralRow,
  changed: Updateable<ReferralTable>,
): Promise<void> {
  await tx
    .updateTable('referral')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}
