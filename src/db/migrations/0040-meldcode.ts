import { type Kysely, sql } from 'kysely'

/**
 * The meldcode as professionals go through it, in the file of the mother or of her child and sealed under the key of
 * whose file it is. Its entries are only ever added to: what was decided, by whom, when and why can always be told.
 * Beside it what follows for those who work here: a talk after something heavy, and a register of incidents with whom
 * had to be told by when.
 */
const changes = sql`
create table meldcode (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  person_id uuid not null,
  about text not null check (about in ('mother', 'child')),
  handler_id uuid not null,
  state text not null check (state in ('open', 'reported', 'followed', 'closed')),
  opened_on date not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  reported_on date,
  closing_code text check (closing_code in
    ('no_suspicion', 'safe_agreed', 'agency_follows', 'ended_otherwise', 'by_mistake')),
  closed_on date,
  closed_by uuid,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, handler_id) references member (org_id, id),
  foreign key (org_id, opened_by) references member (org_id, id),
  foreign key (org_id, closed_by) references member (org_id, id),
  check ((state = 'closed') = (closing_code is not null)),
  check ((closing_code is null) = (closed_on is null)),
  check ((closing_code is null) = (closed_by is null)),
  check (state <> 'reported' or reported_on is not null)
);
create unique index meldcode_one_open on meldcode (org_id, person_id) where state <> 'closed';
create index meldcode_trajectory on meldcode (org_id, trajectory_id);
create index meldcode_handler on meldcode (org_id, handler_id);

create table meldcode_entry (
  org_id uuid not null,
  id uuid not null,
  meldcode_id uuid not null,
  kind text not null check (kind in
    ('signal', 'consulted', 'talked', 'weighed', 'decided_report', 'decided_help', 'told', 'reported', 'heard',
     'opened', 'joined', 'handed_over', 'named', 'unnamed', 'closed')),
  code text,
  reason_code text,
  answers text[],
  on_day date not null,
  until_day date,
  member_id uuid,
  concern_id uuid,
  review_id uuid,
  kindcheck_id uuid,
  words_sealed bytea,
  taken_by uuid not null,
  taken_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, meldcode_id) references meldcode (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id),
  foreign key (org_id, concern_id) references concern (org_id, id),
  foreign key (org_id, review_id) references red_flag_review (org_id, id),
  foreign key (org_id, kindcheck_id) references kindcheck (org_id, id),
  foreign key (org_id, taken_by) references member (org_id, id),
  check ((kind = 'weighed') = (answers is not null)),
  check ((kind in ('handed_over', 'named', 'unnamed')) = (member_id is not null))
);
create index meldcode_entry_order on meldcode_entry (org_id, meldcode_id, taken_at);

create table meldcode_reader (
  org_id uuid not null,
  id uuid not null,
  meldcode_id uuid not null,
  member_id uuid not null,
  named_by uuid not null,
  named_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, meldcode_id) references meldcode (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id),
  foreign key (org_id, named_by) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check ((ended_by is null) = (ended_at is null))
);
create unique index meldcode_reader_once on meldcode_reader (org_id, meldcode_id, member_id) where ended_at is null;
create index meldcode_reader_member on meldcode_reader (org_id, member_id) where ended_at is null;

create table aftercare (
  org_id uuid not null,
  id uuid not null,
  worker_id uuid not null,
  concern_id uuid,
  contact_id uuid,
  because text not null check (because in ('danger', 'heavy_contact', 'asked')),
  planned_for date not null,
  state text not null check (state in ('planned', 'done', 'declined')),
  asked_by uuid,
  asked_at timestamptz not null,
  ended_on date,
  ended_by uuid,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, concern_id) references concern (org_id, id),
  foreign key (org_id, contact_id) references contact (org_id, id),
  foreign key (org_id, asked_by) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check ((state = 'planned') = (ended_on is null)),
  check ((ended_on is null) = (ended_by is null))
);
create index aftercare_open on aftercare (org_id, planned_for) where state = 'planned';
create index aftercare_worker on aftercare (org_id, worker_id);

create table incident (
  org_id uuid not null,
  id uuid not null,
  weight text not null check (weight in ('incident', 'calamity')),
  kind text not null check (kind in
    ('violence', 'threat', 'injury', 'death', 'serious_harm', 'data_breach', 'wrong_conduct', 'other')),
  happened_on date not null,
  trajectory_id uuid,
  person_id uuid,
  worker_id uuid,
  words_sealed bytea not null,
  state text not null check (state in ('open', 'closed')),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  closing_code text check (closing_code in ('measures_taken', 'no_measures_needed', 'by_mistake')),
  closing_sealed bytea,
  closed_on date,
  closed_by uuid,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, recorded_by) references member (org_id, id),
  foreign key (org_id, closed_by) references member (org_id, id),
  check ((trajectory_id is null) = (person_id is null)),
  check ((state = 'closed') = (closing_code is not null)),
  check ((closing_code is null) = (closed_on is null)),
  check ((closing_code is null) = (closed_by is null))
);
create index incident_open on incident (org_id, recorded_at) where state = 'open';
create index incident_day on incident (org_id, happened_on);

create table incident_notice (
  org_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  party text not null check (party in ('supervisor', 'data_authority', 'municipality', 'board')),
  due_on date,
  told_on date,
  waived_code text check (waived_code in ('not_our_duty', 'not_asked_of_us')),
  decided_by uuid,
  decided_at timestamptz,
  primary key (org_id, id),
  unique (org_id, incident_id, party),
  foreign key (org_id, incident_id) references incident (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id),
  check (told_on is null or waived_code is null),
  check ((told_on is null and waived_code is null) = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null))
);

do $$
declare name text;
begin
  foreach name in array array['meldcode', 'meldcode_entry', 'meldcode_reader', 'aftercare', 'incident',
    'incident_notice'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy organisation_only on %I
      using (org_id = (select nullif(current_setting(''naast.org'', true), '''')::uuid))
      with check (org_id = (select nullif(current_setting(''naast.org'', true), '''')::uuid))', name);
  end loop;
end $$;
grant select, insert, update on meldcode, meldcode_reader, aftercare, incident, incident_notice to naast_work;
grant select, insert on meldcode_entry to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
}
