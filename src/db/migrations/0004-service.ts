import { type Kysely, sql } from 'kysely'

/**
 * A key that is ended is dead at that moment, not at the end of the day; and a system may ask after the referrals it
 * sent itself, so they remember which one sent them.
 */
const change = sql`
alter table service
  add column ended_at timestamptz,
  add column ended_by uuid,
  add foreign key (org_id, ended_by) references member (org_id, id);

alter table referral
  add column service_id uuid,
  add foreign key (org_id, service_id) references service (org_id, id);
create index referral_service on referral (org_id, service_id) where service_id is not null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await change.execute(db)
}
