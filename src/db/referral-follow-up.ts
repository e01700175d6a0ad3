import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { visibleReferrals } from '#db/referral.ts'
import type { ReferralFollowUpTable } from '#db/tables.ts'
import type { Actor } from '#domain/member/actor.ts'

export type ReferralFollowUpRow = Selectable<ReferralFollowUpTable>

/** What was asked after one woman was sent elsewhere, of the referrals this actor may see; oldest first. */
export const findFollowUps = (db: Db, actor: Actor, referralId: string): Promise<ReferralFollowUpRow[]> =>
  db
    .selectFrom('referral_follow_up')
    .selectAll()
    .where('org_id', '=', actor.orgId)
    .where(
      'referral_id',
      'in',
      visibleReferrals(db, actor).select('referral.id').where('referral.id', '=', referralId),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** Of these referrals, when each was sent elsewhere and whether anybody heard since that help started, or didn't. */
export async function listSentElsewhere(db: Db, actor: Actor, referralIds: readonly string[]) {
  if (referralIds.length === 0) return []
  return db
    .selectFrom('referral_follow_up as asked')
    .innerJoin('referral', (join) =>
      join.onRef('referral.org_id', '=', 'asked.org_id').onRef('referral.id', '=', 'asked.referral_id'),
    )
    .select((e) => [
      'referral.id',
      'referral.programme_id',
      e.fn.min('asked.created_at').as('sent_at'),
      e.fn
        .coalesce(e.fn<boolean>('bool_or', [e('asked.answer', '<>', 'not_reached')]), e.lit(false))
        .as('verified'),
    ])
    .where('asked.org_id', '=', actor.orgId)
    .where(
      'asked.referral_id',
      'in',
      visibleReferrals(db, actor)
        .select('referral.id')
        .where('referral.id', 'in', [...referralIds]),
    )
    .groupBy(['referral.id', 'referral.programme_id'])
    .execute()
}

/** The question that is still open about this referral, held until the transaction ends. */
export const lockOpenFollowUp = (
  tx: Tx,
  orgId: string,
  referralId: string,
): Promise<ReferralFollowUpRow | undefined> =>
  tx
    .selectFrom('referral_follow_up')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('referral_id', '=', referralId)
    .where('answer', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export async function insertFollowUp(tx: Tx, row: Insertable<ReferralFollowUpTable>): Promise<void> {
  await tx.insertInto('referral_follow_up').values(row).execute()
}

/** Writes a locked row and counts its version up. */
export async function saveFollowUp(
  tx: Tx,
  row: ReferralFollowUpRow,
  changed: Updateable<ReferralFollowUpTable>,
): Promise<void> {
  await tx
    .updateTable('referral_follow_up')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}
