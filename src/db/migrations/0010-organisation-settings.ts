import { type Kysely, sql } from 'kysely'

/**
 * An organisation may change its own name, language, theme and where its participants' exit leads; it may read no
 * less than before. Everybody finds any organisation by its short name: public pages begin there.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table organisation add column exit_url text`.execute(db)
  await sql`alter table organisation enable row level security`.execute(db)
  await sql`create policy found_by_all on organisation for select using (true)`.execute(db)
  await sql`create policy made_once on organisation for insert with check (true)`.execute(db)
  await sql`
    create policy own_settings on organisation for update
      using (id = (select nullif(current_setting('naast.org', true), '')::uuid))
      with check (id = (select nullif(current_setting('naast.org', true), '')::uuid))
  `.execute(db)
  await sql`grant update (name, language, theme, exit_url) on organisation to naast_work`.execute(db)
}
