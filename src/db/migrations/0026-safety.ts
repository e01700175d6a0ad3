import { type Kysely, sql } from 'kysely'

/**
 * What is asked about her safety and the children's, and what is agreed with her. Codes and days stand open, every word
 * is sealed under her key. Nothing of it is changed afterwards: a review closes red flags, a plan is followed by the next.
 */
const changes = sql`
create table red_flag_check (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  person_id uuid not null,
  contact_id uuid,
  moment text not null check (moment in ('intake', 'visit')),
  checked_on date not null,
  checked_by uuid not null,
  checked_at timestamptz not null,
  words_sealed bytea,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, contact_id) references contact (org_id, id),
  foreign key (org_id, checked_by) references member (org_id, id)
);
create index red_flag_check_trajectory on red_flag_check (org_id, trajectory_id, checked_at);

create table red_flag_review (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  person_id uuid not null,
  outcome text not null check (outcome in ('acted', 'no_action')),
  code text not null,
  words_sealed bytea,
  reviewed_on date not null,
  reviewed_by uuid not null,
  reviewed_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, reviewed_by) references member (org_id, id)
);
create index red_flag_review_trajectory on red_flag_review (org_id, trajectory_id, reviewed_at);

create table red_flag (
  org_id uuid not null,
  id uuid not null,
  check_id uuid not null,
  trajectory_id uuid not null,
  flag text not null,
  noted_on date not null,
  review_id uuid,
  primary key (org_id, id),
  unique (org_id, check_id, flag),
  foreign key (org_id, check_id) references red_flag_check (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, review_id) references red_flag_review (org_id, id)
);
create index red_flag_trajectory on red_flag (org_id, trajectory_id);

create table kindcheck (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  person_id uuid not null,
  moment text not null check (moment in ('intake', 'visit')),
  visits_done int not null,
  outcome text not null check (outcome in ('no_concern', 'concern')),
  words_sealed bytea,
  checked_on date not null,
  checked_by uuid not null,
  checked_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, checked_by) references member (org_id, id)
);
create unique index kindcheck_intake on kindcheck (org_id, trajectory_id) where moment = 'intake';
create unique index kindcheck_day on kindcheck (org_id, trajectory_id, checked_on);

create table safety_plan (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  plan_sealed bytea not null,
  card_sealed bytea,
  review_on date not null,
  written_on date not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, trajectory_id, number),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, written_by) references member (org_id, id)
);

do $$
declare name text;
begin
  foreach name in array array['red_flag_check', 'red_flag_review', 'red_flag', 'kindcheck', 'safety_plan'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy organisation_only on %I
      using (org_id = (select nullif(current_setting(''naast.org'', true), '''')::uuid))
      with check (org_id = (select nullif(current_setting(''naast.org'', true), '''')::uuid))', name);
    execute format('grant select, insert on %I to naast_work', name);
  end loop;
end $$;
grant update on red_flag to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
}
