import { type Kysely, sql } from 'kysely'

/**
 * Teams of an organisation: where they work, who works in them, which trajectories are theirs, each with its days.
 * `team_sees` says whether the coaches of that team see that this trajectory is there: taken over from the version
 * under which it runs, at the moment it was placed.
 */
const wall = (table: string) => sql`
alter table ${sql.ref(table)} enable row level security;
alter table ${sql.ref(table)} force row level security;
create policy organisation_only on ${sql.ref(table)}
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert, update on ${sql.ref(table)} to naast_work;
`

const teams = sql`
create table team (
  org_id uuid not null references organisation (id),
  id uuid not null,
  name text not null,
  from_day date not null,
  until_day date,
  created_by uuid,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, created_by) references member (org_id, id),
  check (until_day is null or until_day >= from_day)
);
create unique index team_live on team (org_id, lower(name)) where until_day is null;

create table team_area (
  org_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  area text not null,
  from_day date not null,
  until_day date,
  decided_by uuid,
  primary key (org_id, id),
  foreign key (org_id, team_id) references team (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id),
  check (until_day is null or until_day >= from_day)
);
create unique index team_area_live on team_area (org_id, team_id, area) where until_day is null;

create table team_membership (
  org_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  worker_id uuid not null,
  from_day date not null,
  until_day date,
  decided_by uuid,
  primary key (org_id, id),
  foreign key (org_id, team_id) references team (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id),
  check (until_day is null or until_day >= from_day)
);
create unique index team_membership_live on team_membership (org_id, team_id, worker_id) where until_day is null;
create index team_membership_worker on team_membership (org_id, worker_id) where until_day is null;

create table team_placement (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  team_id uuid not null,
  reason_code text not null,
  team_sees boolean not null default false,
  from_day date not null,
  until_day date,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, team_id) references team (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id),
  check (until_day is null or until_day >= from_day)
);
create unique index team_placement_live on team_placement (org_id, trajectory_id) where until_day is null;
create index team_placement_team on team_placement (org_id, team_id) where until_day is null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await teams.execute(db)
  for (const table of ['team', 'team_area', 'team_membership', 'team_placement'])
    await wall(table).execute(db)
}
