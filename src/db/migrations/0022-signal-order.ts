import { type Kysely, sql } from 'kysely'

/** Standing signals in the order of every worklist, danger first: without this all of them were sorted to show twenty. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index signal_in_order on signal (
      org_id, (array_position('{block,breach,warn,info}'::text[], severity)), arose_on, id
    ) where ended_at is null
  `.execute(db)
}
