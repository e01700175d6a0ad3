import { sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { StatusClass } from '#domain/referral/status-class.ts'

/** Referrals that another system sent, of these people or behind these trajectories. Two questions, each by its index. */
export async function findSentReferrals(
  db: Db,
  orgId: string,
  touched: { readonly trajectories: readonly string[]; readonly people: readonly string[] },
): Promise<string[]> {
  const ofPeople = db
    .selectFrom('referral')
    .select('referral.id')
    .where('referral.org_id', '=', orgId)
    .where('referral.service_id', 'is not', null)
    .where('referral.person_id', '=', sql<string>`any(${[...touched.people]}::uuid[])`)
  const ofTrajectories = db
    .selectFrom('trajectory')
    .innerJoin('referral', (join) =>
      join
        .onRef('referral.org_id', '=', 'trajectory.org_id')
        .onRef('referral.id', '=', 'trajectory.referral_id'),
    )
    .select('referral.id')
    .where('trajectory.org_id', '=', orgId)
    .where('referral.service_id', 'is not', null)
    .where('trajectory.id', '=', sql<string>`any(${[...touched.trajectories]}::uuid[])`)
  // In one order for everybody who holds several: nobody waits in a circle.
  const rows = await ofPeople.union(ofTrajectories).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/**
 * What was heard last of each, held until the transaction ends: who comes second reads what the first wrote. One that
 * is new was heard as received, which is what its sender was told.
 */
export async function holdHeard(
  tx: Tx,
  orgId: string,
  referralIds: readonly string[],
): Promise<Map<string, StatusClass>> {
  const rows = await tx
    .insertInto('referral_heard')
    .values(referralIds.map((id) => ({ org_id: orgId, id, status_class: 'received' as const })))
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'id'])
        .doUpdateSet((e) => ({ status_class: e.ref('referral_heard.status_class') })),
    )
    .returning(['id', 'status_class'])
    .execute()
  return new Map(rows.map((row) => [row.id, row.status_class]))
}

/** Writes what may be heard from now on of one that is held. */
export async function saveHeard(tx: Tx, orgId: string, id: string, heard: StatusClass): Promise<void> {
  await tx
    .updateTable('referral_heard')
    .set({ status_class: heard })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .execute()
}
