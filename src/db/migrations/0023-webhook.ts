import { type Kysely, sql } from 'kysely'

const walled = (table: string) => sql`
alter table ${sql.table(table)} enable row level security;
alter table ${sql.table(table)} force row level security;
create policy organisation_only on ${sql.table(table)}
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert, update on ${sql.table(table)} to naast_work;
`

/**
 * Another system can be told that the status of what it sent changed, instead of asking all day. `referral_heard` is
 * the class that whoever sent it could hear last: what differs from it is news. It is a table of its own, locked last
 * of all in a transaction, so that telling never makes two people wait for each other. A delivery waits like a message
 * does, but names nobody and has no words: it is made when it leaves.
 */
const changes = sql`
create table referral_heard (
  org_id uuid not null,
  id uuid not null,
  status_class text not null,
  primary key (org_id, id),
  foreign key (org_id, id) references referral (org_id, id)
);
-- Before the wall stands: the owner of the tables sees all organisations here.
insert into referral_heard (org_id, id, status_class)
select org_id, id, 'received' from referral where service_id is not null;

create table webhook (
  org_id uuid not null references organisation (id),
  id uuid not null,
  service_id uuid,
  kinds text[] not null,
  address_sealed bytea not null,
  secret_sealed bytea,
  old_secret_sealed bytea,
  old_secret_until date,
  created_at timestamptz not null,
  created_by uuid,
  rotated_at timestamptz,
  rotated_by uuid,
  paused_at timestamptz,
  paused_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_code text check (ended_code in ('by_hand', 'gone')),
  primary key (org_id, id),
  foreign key (org_id, service_id) references service (org_id, id),
  foreign key (org_id, created_by) references member (org_id, id),
  foreign key (org_id, rotated_by) references member (org_id, id),
  foreign key (org_id, paused_by) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check ((old_secret_sealed is null) = (old_secret_until is null)),
  check ((ended_at is null) = (ended_code is null)),
  check (ended_at is not null or secret_sealed is not null)
);

create table webhook_delivery (
  org_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  kind text not null,
  referral_id uuid,
  state text not null,
  attempts int not null default 0,
  not_before timestamptz not null,
  lease_until timestamptz,
  last_tried_at timestamptz,
  last_status int,
  last_failure text,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, webhook_id) references webhook (org_id, id),
  foreign key (org_id, referral_id) references referral_heard (org_id, id)
);
create index webhook_delivery_waiting on webhook_delivery (org_id, webhook_id, not_before)
  where state in ('pending', 'handing_over');
create index webhook_delivery_latest on webhook_delivery (org_id, webhook_id, id desc);
-- What waits to say that something changed says it already, however often it changes meanwhile.
create unique index webhook_delivery_once on webhook_delivery (org_id, webhook_id, referral_id)
  where state = 'pending' and attempts = 0;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
  for (const table of ['referral_heard', 'webhook', 'webhook_delivery']) await walled(table).execute(db)
}
