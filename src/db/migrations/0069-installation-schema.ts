import { type Kysely, sql } from 'kysely'

/** How the tables were after the steps of which version: Naast starts on no others (`src/server/installation`). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table installation add column schema_of text, add column schema_hash text`.execute(db)
}
