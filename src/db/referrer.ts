import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { barWith } from '#db/lock-reach.ts'
import type { ReferrerLinkTable, ReferrerTrainingTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'

export type ReferrerTrainingRow = Selectable<ReferrerTrainingTable>

interface Linked {
  member_id: string
  network_organisation_id: string
  organisation: string
  kind: string
}

/** To which organisation these members belong now. */
export const findReferrerLinks = (db: Db, orgId: string, memberIds: readonly string[]): Promise<Linked[]> =>
  memberIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('referrer_link')
        .innerJoin('network_organisation', (join) =>
          join
            .onRef('network_organisation.org_id', '=', 'referrer_link.org_id')
            .onRef('network_organisation.id', '=', 'referrer_link.network_organisation_id'),
        )
        .select([
          'referrer_link.member_id',
          'referrer_link.network_organisation_id',
          'network_organisation.name as organisation',
          'network_organisation.kind',
        ])
        .where('referrer_link.org_id', '=', orgId)
        .where('referrer_link.member_id', 'in', [...memberIds])
        .where('referrer_link.until_day', 'is', null)
        .execute()

/** Ends the link that stands, on this day as its last. */
export async function endReferrerLink(tx: Tx, orgId: string, memberId: string, lastDay: Day): Promise<void> {
  await tx
    .updateTable('referrer_link')
    .set({ until_day: sql`greatest(from_day, ${lastDay}::date)` })
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .where('until_day', 'is', null)
    .execute()
}

export async function insertReferrerLink(tx: Tx, row: Insertable<ReferrerLinkTable>): Promise<void> {
  await tx.insertInto('referrer_link').values(row).execute()
  await barWith(tx, row.org_id, { id: row.member_id, of: row.network_organisation_id })
}

export const findTrainings = (
  db: Db,
  orgId: string,
  memberIds: readonly string[],
): Promise<ReferrerTrainingRow[]> =>
  memberIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('referrer_training')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('member_id', 'in', [...memberIds])
        .orderBy('trained_on', 'desc')
        .execute()

export async function insertTraining(tx: Tx, row: Insertable<ReferrerTrainingTable>): Promise<void> {
  await tx.insertInto('referrer_training').values(row).execute()
}
