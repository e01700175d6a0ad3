import { type Kysely, sql } from 'kysely'

/**
 * What a worker worries about, and who was asked to look at it. A concern and its words are sealed under the woman's key;
 * its steps are only ever added to, so that who was asked, when, and who took it up can always be told. `on_call` says
 * who is asked next, by day; who is taken off it stays, withdrawn.
 */
const changes = sql`
create table concern (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  person_id uuid not null,
  contact_id uuid,
  level text not null check (level in ('worried', 'very_worried', 'danger_now')),
  state text not null check (state in ('raised', 'acknowledged', 'assessed', 'closed')),
  raised_by uuid not null,
  raised_as text not null check (raised_as in ('worker', 'staff')),
  raised_on date not null,
  raised_at timestamptz not null,
  answer_due_at timestamptz,
  ask_next_at timestamptz,
  words_sealed bytea,
  outcome text check (outcome in ('no_action', 'watch', 'meldcode_started')),
  watch_until date,
  closed_at timestamptz,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, contact_id) references contact (org_id, id),
  foreign key (org_id, raised_by) references member (org_id, id),
  check ((state = 'closed') = (outcome is not null)),
  check ((outcome = 'watch') = (watch_until is not null)),
  check (ask_next_at is null or state = 'raised')
);
create index concern_trajectory on concern (org_id, trajectory_id);
create index concern_open on concern (org_id, raised_at) where state <> 'closed';
create index concern_to_ask on concern (org_id, ask_next_at) where ask_next_at is not null;

create table concern_step (
  org_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  kind text not null check (kind in
    ('raised', 'asked', 'nobody_on_call', 'nobody_left', 'taken_up', 'words', 'answered', 'closed')),
  code text,
  taken_by uuid,
  asked_id uuid,
  message_id uuid,
  words_sealed bytea,
  taken_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, concern_id) references concern (org_id, id),
  foreign key (org_id, taken_by) references member (org_id, id),
  foreign key (org_id, asked_id) references member (org_id, id),
  foreign key (org_id, message_id) references message (org_id, id),
  check ((kind = 'asked') = (asked_id is not null))
);
create index concern_step_concern on concern_step (org_id, concern_id, taken_at);

create table on_call (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  rank int not null check (rank between 1 and 9),
  from_day date not null,
  until_day date not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id),
  foreign key (org_id, withdrawn_by) references member (org_id, id),
  check (until_day >= from_day),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index on_call_days on on_call (org_id, until_day) where withdrawn_at is null;

do $$
declare name text;
begin
  foreach name in array array['concern', 'concern_step', 'on_call'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy organisation_only on %I
      using (org_id = (select nullif(current_setting(''naast.org'', true), '''')::uuid))
      with check (org_id = (select nullif(current_setting(''naast.org'', true), '''')::uuid))', name);
  end loop;
end $$;
grant select, insert, update on concern, on_call to naast_work;
grant select, insert on concern_step to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
}
