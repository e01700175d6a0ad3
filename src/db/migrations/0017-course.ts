import { type Kysely, sql } from 'kysely'

/**
 * What moves in a trajectory: its phases, each with who began and ended it and why; how much longer it may last; and
 * what became of a pregnancy. That last one is sealed as a whole, its number of events included, so that a dump says
 * of no woman what happened to her. `quiet_since` says only that nothing about a child is shown, asked or sent;
 * `plan_from` is the day from which the contacts were planned anew.
 */
const changes = sql`
alter table trajectory add column quiet_since timestamptz;
alter table trajectory add column plan_from date;

create table pregnancy (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  facts_sealed bytea not null,
  version int not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, trajectory_id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, changed_by) references member (org_id, id)
);
alter table pregnancy enable row level security;
alter table pregnancy force row level security;
create policy organisation_only on pregnancy
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert, update on pregnancy to naast_work;

create table trajectory_phase (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  phase text not null,
  from_day date not null,
  until_day date,
  began_by uuid,
  began_code text not null,
  began_at timestamptz not null,
  ended_by uuid,
  ended_code text,
  ended_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, began_by) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check (until_day is null or until_day >= from_day),
  check ((until_day is null) = (ended_at is null))
);
create unique index trajectory_phase_live on trajectory_phase (org_id, trajectory_id, phase)
  where until_day is null;
create index trajectory_phase_all on trajectory_phase (org_id, trajectory_id);
alter table trajectory_phase enable row level security;
alter table trajectory_phase force row level security;
create policy organisation_only on trajectory_phase
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert, update on trajectory_phase to naast_work;

create table extension (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  until_day date not null,
  review_on date not null,
  reason_code text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  ended_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id),
  check (review_on <= until_day)
);
create unique index extension_live on extension (org_id, trajectory_id) where ended_at is null;
alter table extension enable row level security;
alter table extension force row level security;
create policy organisation_only on extension
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert, update on extension to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
}
