import { type Kysely, sql } from 'kysely'

/** From a trajectory to its places, also those that ended: without this every rule of a group walked past all places. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index group_place_trajectory on group_place (org_id, trajectory_id)`.execute(db)
}
