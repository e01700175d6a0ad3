import { type Kysely, sql } from 'kysely'

/**
 * When whoever has a session last showed in that session that it is she (security design 3.5: what weighs heaviest asks
 * for it anew). It goes with the session, and stands in no cookie.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table auth.session add column proved_at timestamptz`.execute(db)
}
