import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { barWith } from '#db/lock-reach.ts'
import type { ServiceTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import type { ServiceScope } from '#domain/service/service-scope.ts'

export type ServiceRow = Selectable<ServiceTable>

/** Services whose key opens something on this day. */
const liveServices = (db: Db, orgId: string, today: Day) =>
  db
    .selectFrom('service')
    .where('org_id', '=', orgId)
    .where('ended_at', 'is', null)
    .where('from_day', '<=', today)
    .where((e) => e.or([e('until_day', 'is', null), e('until_day', '>=', today)]))

/** What this service may do today; `null` if it is unknown here, ended, or past its last day. */
export async function findScopes(
  db: Db,
  orgId: string,
  serviceId: string,
  today: Day,
): Promise<ServiceScope[] | null> {
  const row = await liveServices(db, orgId, today)
    .select('scopes')
    .where('id', '=', serviceId)
    .executeTakeFirst()
  return row?.scopes ?? null
}

/** By its key, or by the one it is changing from while that still opens. */
export const findServiceByKey = (
  db: Db,
  orgId: string,
  keyHash: Buffer,
  today: Day,
): Promise<ServiceRow | undefined> =>
  liveServices(db, orgId, today)
    .selectAll()
    .where((e) =>
      e.or([
        e('key_hash', '=', keyHash),
        e.and([e('old_key_hash', '=', keyHash), e('old_key_until', '>=', today)]),
      ]),
    )
    .executeTakeFirst()

export const findLiveServiceByName = (
  db: Db,
  orgId: string,
  name: string,
  today: Day,
): Promise<{ id: string } | undefined> =>
  liveServices(db, orgId, today).select('id').where('name', '=', name).executeTakeFirst()

/** All of them, also ended ones: who could come in, and until when, must stay to be seen. Live ones first. */
export const listServices = (db: Db, orgId: string): Promise<ServiceRow[]> =>
  db
    .selectFrom('service')
    .selectAll()
    .where('org_id', '=', orgId)
    .orderBy('ended_at', (order) => order.desc().nullsFirst())
    .orderBy('name')
    .execute()

export const lockService = (tx: Tx, orgId: string, id: string): Promise<ServiceRow | undefined> =>
  tx
    .selectFrom('service')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function insertService(tx: Tx, row: Insertable<ServiceTable>): Promise<void> {
  await tx.insertInto('service').values(row).execute()
  const { org_id, id, network_organisation_id: of } = row
  if (of) await barWith(tx, org_id, { id, of })
}

export async function saveService(tx: Tx, row: ServiceRow, changed: Updateable<ServiceTable>): Promise<void> {
  await tx
    .updateTable('service')
    .set(changed)
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}
