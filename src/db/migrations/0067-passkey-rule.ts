import { type Kysely, sql } from 'kysely'

/**
 * From which day an organisation asks a passkey of who holds a weighty role; none asks nothing. A session tells apart who
 * came in by a recovery code, and at which provider, so that signing out can lead there too.
 */
const rule = sql`
alter table organisation add column passkeys_from date;
grant update (passkeys_from) on organisation to naast_work;
alter table auth.session drop constraint session_method_check;
alter table auth.session
  add constraint session_method_check check (method in ('password', 'passkey', 'provider', 'recovery')),
  add column provider_id uuid;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await rule.execute(db)
}
