import { type Kysely, sql } from 'kysely'

/** The waiting list is asked for in its own order, and only its first page: without this all who wait were sorted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index trajectory_waiting on trajectory (org_id, waiting_since, id) where state = 'waiting'
  `.execute(db)
}
