import { type Kysely, sql } from 'kysely'

/**
 * Which programmes an organisation offers, in which version and since when, and the programmes it made itself or
 * changed (design 1.1: a sixth programme is a sixth definition). What it offered before was whatever Naast came with;
 * what its trajectories and referrals name is kept as its offer. `programmes_stamp` counts up at every change, so
 * that a process knows whether what it remembers still holds.
 */
const changes = sql`
alter table organisation add column programmes_stamp int not null default 1;
grant update (programmes_stamp) on organisation to naast_work;

create table programme_version (
  org_id uuid not null,
  id uuid not null,
  programme_id text not null,
  version text not null,
  state text not null check (state in ('draft', 'review', 'published', 'withdrawn')),
  definition jsonb not null,
  base jsonb,
  changes jsonb not null default '[]',
  checksum text,
  made_by uuid,
  made_at timestamptz not null,
  submitted_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  decided_why text,
  lock_version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, made_by) references member (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id),
  check (state <> 'published' or (decided_by is not null and decided_by <> made_by))
);
create unique index programme_version_once on programme_version (org_id, programme_id, version)
  where state <> 'withdrawn';
alter table programme_version enable row level security;
alter table programme_version force row level security;
create policy organisation_only on programme_version
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert, update on programme_version to naast_work;

create table programme_offer (
  org_id uuid not null,
  id uuid not null,
  programme_id text not null,
  version text not null,
  from_day date not null,
  until_day date,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id),
  check (until_day is null or until_day >= from_day)
);
create unique index programme_offer_live on programme_offer (org_id, programme_id) where until_day is null;
-- Before the wall stands: the owner of the tables sees all organisations here.
insert into programme_offer (org_id, id, programme_id, version, from_day, decided_at)
select org_id, gen_random_uuid(), programme_id, max(programme_version), min(created_at)::date, min(created_at)
from trajectory group by org_id, programme_id;
alter table programme_offer enable row level security;
alter table programme_offer force row level security;
create policy organisation_only on programme_offer
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert, update on programme_offer to naast_work;

`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
}
