import { type Kysely, sql } from 'kysely'

/**
 * What searching and matching need beyond the house's first tables: since when a person's name reads as it does, so
 * that every process can keep its names in memory up to date; and what a woman hopes for in the one who will stand
 * beside her, sealed as her own words are.
 */
const changes = sql`
alter table person add column name_changed_at timestamptz not null default now();
create index person_name_changed on person (org_id, name_changed_at, id);

create table match_wish (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  wishes_sealed bytea not null,
  version int not null default 1,
  changed_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, trajectory_id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id)
);
alter table match_wish enable row level security;
alter table match_wish force row level security;
create policy organisation_only on match_wish
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert, update on match_wish to naast_work;
create index match_trajectory on match (org_id, trajectory_id);
create index worker_state on worker (org_id, state);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
}
