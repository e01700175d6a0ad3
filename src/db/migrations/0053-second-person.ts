import { type Kysely, sql } from 'kysely'

/**
 * Whoever asked doesn't answer, whatever roles she has: kept by the database too. Not looked for in what was decided
 * before, which stays as it was.
 */
const rules = sql`
alter table small_start
  add constraint small_start_second_person check (answered_by is null or answered_by <> asked_by) not valid;
alter table exception_ruling
  add constraint exception_ruling_second_person check (decided_by is null or decided_by <> asked_by) not valid;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await rules.execute(db)
}
