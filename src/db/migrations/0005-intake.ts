import { type Kysely, sql } from 'kysely'

/** Where a woman is helped instead when a programme isn't for her: a class from the programme's own rules. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table eligibility_decision add column redirected_to text`.execute(db)
}
