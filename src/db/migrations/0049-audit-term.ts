import { type Kysely, sql } from 'kysely'

/**
 * Lines of the access log are kept five years and then go, seal by seal (security design 3.4); the seals stay. That no
 * younger line goes, the database itself keeps: by its own clock, whatever asks for it.
 */
const term = sql`
create policy kept_five_years on audit_event as restrictive for delete using (at < now() - interval '5 years');
grant delete on audit_event to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await term.execute(db)
}
