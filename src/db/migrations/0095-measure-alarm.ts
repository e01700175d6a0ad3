import { type Kysely, sql } from 'kysely'

/**
 * A concern that a questionnaire raised says by which kind of answer, sealed under her key: whoever steals the table
 * reads a level and a day, as of every other concern. And answers on paper can be keyed a second time by somebody else.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
alter table concern add column alarms_sealed bytea;
alter table measure
  add column checked_by uuid,
  add column checked_on date,
  add column checked_differences int check (checked_differences >= 0),
  add foreign key (org_id, checked_by) references member (org_id, id),
  add check ((checked_by is null) = (checked_on is null)),
  add check ((checked_by is null) = (checked_differences is null));
`.execute(db)
}
