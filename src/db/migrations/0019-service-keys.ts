import { type Kysely, sql } from 'kysely'

/**
 * A system can change to a new key while the old one still opens until a chosen day, so that nothing it sends falls
 * between the two. The system stays the same row: what it sent stays its own. Paging through that goes by id.
 */
const change = sql`
alter table service
  add column old_key_hash bytea,
  add column old_key_until date,
  add column old_key_used_at timestamptz,
  add column rotated_at timestamptz,
  add column rotated_by uuid,
  add foreign key (org_id, rotated_by) references member (org_id, id),
  add check ((old_key_hash is null) = (old_key_until is null)),
  add check (old_key_hash is null or rotated_at is not null);
create unique index service_old_key on service (org_id, old_key_hash) where old_key_hash is not null;

create index referral_sent_by on referral (org_id, service_id, id) where service_id is not null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await change.execute(db)
}
