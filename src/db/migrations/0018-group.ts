import { type Kysely, sql } from 'kysely'

/**
 * Groups: who leads them, on which days they meet, who has a place, and who was there. A list of a group's women is
 * itself dangerous, and so is where they meet: titles and places are sealed under the group's own key, what was said
 * in a talk under hers. Two coordinators can't give one woman two places, nor one place to two sessions' lists.
 */
const changes = sql`
create table "group" (
  org_id uuid not null references organisation (id),
  id uuid not null,
  programme_id text not null,
  programme_version text not null,
  state text not null check (state in ('planned', 'recruiting', 'confirmed', 'running', 'completed', 'stopped')),
  title_sealed bytea not null,
  location_sealed bytea,
  coordinator_id uuid,
  cadence_days int not null check (cadence_days > 0),
  started_on date,
  start_size int,
  small_allowed_by uuid,
  small_allowed_at timestamptz,
  ended_on date,
  ended_by uuid,
  end_code text,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, coordinator_id) references member (org_id, id),
  foreign key (org_id, small_allowed_by) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id)
);
create index group_state on "group" (org_id, state, id);

create table group_facilitator (
  org_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  worker_id uuid not null,
  from_day date not null,
  until_day date,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, group_id) references "group" (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id),
  check (until_day is null or until_day >= from_day)
);
create unique index group_facilitator_live on group_facilitator (org_id, group_id, worker_id) where until_day is null;
create index group_facilitator_worker on group_facilitator (org_id, worker_id) where until_day is null;

create table group_session (
  org_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  number int not null check (number > 0),
  state text not null check (state in ('planned', 'held', 'cancelled')),
  theme text,
  on_day date not null,
  at_time text,
  minutes int,
  theme_outcome text check (theme_outcome in ('held', 'skipped', 'merged')),
  cancel_code text,
  recorded_by uuid,
  recorded_at timestamptz,
  version int not null default 1,
  primary key (org_id, id),
  unique (org_id, group_id, number),
  foreign key (org_id, group_id) references "group" (org_id, id),
  foreign key (org_id, recorded_by) references member (org_id, id),
  check (state <> 'held' or minutes is not null)
);

create table session_facilitator (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  worker_id uuid not null,
  state text not null check (state in ('present', 'absent')),
  primary key (org_id, id),
  unique (org_id, session_id, worker_id),
  foreign key (org_id, session_id) references group_session (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id)
);

create table group_place (
  org_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  trajectory_id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('candidate', 'enrolled', 'active', 'completed', 'left', 'withdrawn')),
  prepared_at timestamptz not null,
  talk_on date,
  talk_by uuid,
  way_sealed bytea,
  way_agreed_on date,
  relations_checked_at timestamptz,
  relations_checked_by uuid,
  relation_sealed bytea,
  enrolled_on date,
  enrolled_by uuid,
  ended_on date,
  ended_by uuid,
  end_code text,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, group_id) references "group" (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, talk_by) references worker (org_id, id),
  foreign key (org_id, relations_checked_by) references worker (org_id, id),
  foreign key (org_id, enrolled_by) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check ((state in ('candidate', 'enrolled', 'active')) = (ended_on is null))
);
create unique index group_place_open on group_place (org_id, trajectory_id)
  where state in ('candidate', 'enrolled', 'active');
create index group_place_group on group_place (org_id, group_id, state);

create table attendance (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  place_id uuid not null,
  state text not null check (state in ('present', 'absent_notified', 'absent_unnotified')),
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, session_id, place_id),
  foreign key (org_id, session_id) references group_session (org_id, id),
  foreign key (org_id, place_id) references group_place (org_id, id),
  foreign key (org_id, recorded_by) references member (org_id, id)
);
create index attendance_place on attendance (org_id, place_id);

create table parallel_care (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  type text not null,
  helper_sealed bytea not null,
  from_day date not null,
  until_day date,
  checked_on date not null,
  checked_by uuid,
  recorded_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, checked_by) references member (org_id, id),
  check (until_day is null or until_day >= from_day)
);
create unique index parallel_care_live on parallel_care (org_id, trajectory_id, type) where until_day is null;

do $$
declare name text;
begin
  foreach name in array array['group', 'group_facilitator', 'group_session', 'session_facilitator', 'group_place',
    'attendance', 'parallel_care'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy organisation_only on %I
      using (org_id = (select nullif(current_setting(''naast.org'', true), '''')::uuid))
      with check (org_id = (select nullif(current_setting(''naast.org'', true), '''')::uuid))', name);
    execute format('grant select, insert, update on %I to naast_work', name);
  end loop;
end $$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
}
