import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { ExchangeRow } from '#db/exchange.ts'
import type { ExchangeCardTable, ExchangeReceivedTable, ExchangeSourceTable } from '#db/tables.ts'

export type SourceRow = Selectable<ExchangeSourceTable>
type Agreement = Pick<ExchangeRow, 'org_id' | 'id'>
export interface CardRow {
  readonly print: Buffer
  readonly tokens: Buffer
}

/** Which of these have a card under this agreement, and which. */
export const findSources = (
  db: Db,
  { org_id, id }: Agreement,
  sourceIds: readonly string[],
): Promise<SourceRow[]> =>
  db
    .selectFrom('exchange_source')
    .selectAll()
    .where('org_id', '=', org_id)
    .where('agreement_id', '=', id)
    .where('source_id', '=', sql<string>`any(${[...sourceIds]}::uuid[])`)
    .execute()

export async function saveSources(tx: Tx, rows: readonly Insertable<ExchangeSourceTable>[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('exchange_source')
    .values([...rows])
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'agreement_id', 'source_id'])
        .doUpdateSet((e) => ({ round: e.ref('excluded.round') })),
    )
    .execute()
}

/** Lays these cards; gives whether any of them is new or other than it was. */
export async function saveCards(tx: Tx, rows: readonly Insertable<ExchangeCardTable>[]): Promise<boolean> {
  if (rows.length === 0) return false
  const written = await tx
    .insertInto('exchange_card')
    .values([...rows])
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'agreement_id', 'print'])
        .doUpdateSet((e) => ({ tokens: e.ref('excluded.tokens') }))
        .whereRef('exchange_card.tokens', '<>', sql.ref('excluded.tokens')),
    )
    .returning('print')
    .execute()
  return written.length > 0
}

async function takeAway(
  tx: Tx,
  orgId: string,
  agreementIds: readonly string[],
  prints: readonly Buffer[],
): Promise<void> {
  await tx
    .deleteFrom('exchange_card')
    .where('org_id', '=', orgId)
    .where('agreement_id', '=', sql<string>`any(${[...agreementIds]}::uuid[])`)
    .where('print', '=', sql<Buffer>`any(${[...prints]}::bytea[])`)
    .execute()
}

/** Takes the cards of these away, under one agreement or every one, and has whoever they were for ask anew. */
export async function dropCardsOf(
  tx: Tx,
  orgId: string,
  sourceIds: readonly string[],
  agreementId: string | null = null,
): Promise<void> {
  const gone = await tx
    .deleteFrom('exchange_source')
    .where('org_id', '=', orgId)
    .where('source_id', '=', sql<string>`any(${[...sourceIds]}::uuid[])`)
    .$if(agreementId !== null, (query) => query.where('agreement_id', '=', agreementId))
    .returning(['agreement_id', 'print'])
    .execute()
  if (gone.length === 0) return
  const agreements = [...new Set(gone.map(({ agreement_id }) => agreement_id))]
  await takeAway(
    tx,
    orgId,
    agreements,
    gone.map(({ print }) => print),
  )
  for (const id of agreements) await countUp(tx, { org_id: orgId, id })
}

/** Takes away whom this round of laying all cards didn't come to: nobody knows them here any more. */
export async function dropCardsBefore(tx: Tx, { org_id, id }: Agreement, round: number): Promise<boolean> {
  const gone = await tx
    .deleteFrom('exchange_source')
    .where('org_id', '=', org_id)
    .where('agreement_id', '=', id)
    .where('round', '<', round)
    .returning('print')
    .execute()
  if (gone.length > 0)
    await takeAway(
      tx,
      org_id,
      [id],
      gone.map(({ print }) => print),
    )
  return gone.length > 0
}

export async function countUp(tx: Tx, { org_id, id }: Agreement): Promise<void> {
  await tx
    .updateTable('exchange_face')
    .set((e) => ({ stamp: e('stamp', '+', 1) }))
    .where('org_id', '=', org_id)
    .where('agreement_id', '=', id)
    .execute()
}

/** All that was laid and all that came by file under this agreement; the cards of the other are its own to take away. */
export async function dropAllCards(tx: Tx, { org_id, id }: Agreement): Promise<void> {
  for (const table of ['exchange_card', 'exchange_source', 'exchange_received'] as const)
    await tx.deleteFrom(table).where('org_id', '=', org_id).where('agreement_id', '=', id).execute()
}

/** Cards that the other laid for this organisation in this Naast, or that came by file; by their prints. */
export const pageOfOtherCards = (
  db: Db,
  row: Pick<ExchangeRow, 'org_id' | 'id' | 'way' | 'other_org_id'>,
  after: Buffer | null,
  limit: number,
): Promise<CardRow[]> => {
  const received = db
    .selectFrom('exchange_received')
    .select(['print', 'tokens'])
    .where('org_id', '=', row.org_id)
    .where('agreement_id', '=', row.id)
    .$if(after !== null, (query) => query.where('print', '>', after))
    .orderBy('print')
    .limit(limit)
  if (row.way === 'file') return received.execute()
  if (row.other_org_id === null) return Promise.resolve([])
  return db
    .selectFrom('exchange_card')
    .select(['print', 'tokens'])
    .where('org_id', '=', row.other_org_id)
    .where('agreement_id', '=', row.id)
    .where('for_org_id', '=', row.org_id)
    .$if(after !== null, (query) => query.where('print', '>', after))
    .orderBy('print')
    .limit(limit)
    .execute()
}

/** What this organisation laid itself, for a file; in the order of prints, which says nothing. */
export const listOwnCards = (db: Db, { org_id, id }: Agreement): Promise<CardRow[]> =>
  db
    .selectFrom('exchange_card')
    .select(['print', 'tokens'])
    .where('org_id', '=', org_id)
    .where('agreement_id', '=', id)
    .orderBy('print')
    .execute()

export async function countOwnCards(db: Db, { org_id, id }: Agreement): Promise<number> {
  const { count } = await db
    .selectFrom('exchange_card')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('org_id', '=', org_id)
    .where('agreement_id', '=', id)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function insertReceived(
  tx: Tx,
  rows: readonly Insertable<ExchangeReceivedTable>[],
): Promise<void> {
  if (rows.length > 0)
    await tx
      .insertInto('exchange_received')
      .values([...rows])
      .execute()
}
export async function dropReceived(tx: Tx, { org_id, id }: Agreement): Promise<void> {
  await tx
    .deleteFrom('exchange_received')
    .where('org_id', '=', org_id)
    .where('agreement_id', '=', id)
    .execute()
}

/** Of these people those whose file is kept from somebody here: their cards are kept from everybody elsewhere. */
export async function findLockedAmong(
  db: Db,
  orgId: string,
  personIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('file_lock')
    .select('person_id')
    .where('org_id', '=', orgId)
    .where('state', '<>', 'lifted')
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}
