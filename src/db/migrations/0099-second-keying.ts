import { type Kysely, sql } from 'kysely'

/**
 * Which papers are keyed in a second time is laid down when the first is kept, with why: there are few yet, or it is one
 * of the sample. How many questions were keyed twice stands beside how many differed, so that the share can be said
 * without opening anybody's answers.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
alter table measure
  add column check_code text check (check_code in ('few', 'sample')),
  add column checked_questions int check (checked_questions >= checked_differences),
  add check ((checked_by is null) = (checked_questions is null)),
  add check (checked_by is distinct from taken_by or checked_by is null);
create index measure_to_check on measure (org_id, taken_on) where check_code is not null and checked_by is null;
`.execute(db)
}
