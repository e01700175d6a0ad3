import { type Kysely, sql } from 'kysely'

/** Something of her may also go as a file for another system, made once and kept as it went. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
alter table sharing drop constraint sharing_way_check;
alter table sharing add constraint sharing_way_check check (way in ('message', 'spoken', 'letter', 'file'));
`.execute(db)
}
