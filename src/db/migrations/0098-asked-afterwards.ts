import { type Kysely, sql } from 'kysely'

/**
 * Whether she may be asked again some months after the end is asked once, at the end. Who closed before this was asked
 * is not asked: nobody knows that she agreed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
alter table closure add column afterwards text not null default 'not_asked'
  check (afterwards in ('agreed', 'rather_not', 'not_asked'));
create index measure_open on measure (org_id, due_on) where state = 'due';
`.execute(db)
}
