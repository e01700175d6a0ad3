import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { ExchangeAgreementTable, ExchangeFaceTable } from '#db/tables.ts'
import { exchangePolicy } from '#domain/exchange/exchange-policy.ts'
import type { Actor } from '#domain/member/actor.ts'

export type ExchangeRow = Selectable<ExchangeAgreementTable>
export type ExchangeFaceRow = Selectable<ExchangeFaceTable>

/** All of the organisation's, for who may read any of them; and for the clock. */
const visibleExchanges = (db: Db, actor: Actor) =>
  db
    .selectFrom('exchange_agreement')
    .where('exchange_agreement.org_id', '=', actor.orgId)
    .where((e) => e.lit(exchangePolicy.read(actor) || exchangePolicy.tend(actor)))

/** What is not over first, then the newest. */
export const listExchanges = (db: Db, actor: Actor, limit: number): Promise<ExchangeRow[]> =>
  visibleExchanges(db, actor)
    .selectAll('exchange_agreement')
    .orderBy('exchange_agreement.ended_at', (order) => order.desc().nullsFirst())
    .orderBy('exchange_agreement.begun_at', 'desc')
    .limit(limit)
    .execute()

/** Those that are not over. Asked of each organisation every few seconds. */
export const listLiveExchanges = (db: Db, orgId: string): Promise<ExchangeRow[]> =>
  db
    .selectFrom('exchange_agreement')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('state', '<>', 'ended')
    .orderBy('id')
    .execute()

export const findExchange = (db: Db, actor: Actor, id: string): Promise<ExchangeRow | undefined> =>
  visibleExchanges(db, actor)
    .selectAll('exchange_agreement')
    .where('exchange_agreement.id', '=', id)
    .executeTakeFirst()

/** The row, held: two who decide about one agreement do so after each other. */
export const lockExchange = (tx: Tx, actor: Actor, id: string): Promise<ExchangeRow | undefined> =>
  visibleExchanges(tx, actor)
    .selectAll('exchange_agreement')
    .where('exchange_agreement.id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** What these are called whose findings somebody reads. */
export async function nameExchanges(
  db: Db,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('exchange_agreement')
    .select(['id', 'other_organisation'])
    .where('org_id', '=', orgId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, other_organisation }) => [id, other_organisation]))
}

export async function insertExchange(tx: Tx, row: Insertable<ExchangeAgreementTable>): Promise<void> {
  await tx.insertInto('exchange_agreement').values(row).execute()
}

/** Writes a held row; with its version where somebody decided something, and without where the clock did. */
export async function saveExchange(
  tx: Tx,
  row: ExchangeRow,
  changed: Updateable<ExchangeAgreementTable>,
): Promise<void> {
  await tx
    .updateTable('exchange_agreement')
    .set(changed)
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

export async function insertFace(tx: Tx, row: Insertable<ExchangeFaceTable>): Promise<void> {
  await tx.insertInto('exchange_face').values(row).execute()
}
export async function saveFace(
  tx: Tx,
  { org_id, id }: Pick<ExchangeRow, 'org_id' | 'id'>,
  changed: Updateable<ExchangeFaceTable>,
): Promise<void> {
  await tx
    .updateTable('exchange_face')
    .set(changed)
    .where('org_id', '=', org_id)
    .where('agreement_id', '=', id)
    .execute()
}

/** The faces of others under these agreements that are shown to this organisation. */
export const findOtherFaces = (db: Db, orgId: string, ids: readonly string[]): Promise<ExchangeFaceRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('exchange_face')
        .selectAll()
        .where('agreement_id', 'in', [...ids])
        .where('org_id', '<>', orgId)
        .execute()
