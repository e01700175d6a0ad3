import { type Kysely, sql } from 'kysely'

/**
 * The house's tables. Tenant tables have `org_id` first in the primary key and in every foreign key and unique
 * constraint, and row-level security is forced on all of them: the one shape that keeps organisations apart and
 * lets the tables be distributed by organisation later. `_sealed` columns hold ciphertext under the data key of
 * the person they are about, `_print` columns keyed hashes for finding duplicates.
 */
const tables = sql`
create table organisation (
  id uuid primary key,
  name text not null,
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,40}$'),
  time_zone text not null default 'Europe/Amsterdam',
  language text not null default 'nl',
  theme text not null default 'naast',
  created_at timestamptz not null
);

create table member (
  org_id uuid not null references organisation (id),
  id uuid not null,
  user_id text not null,
  name_sealed bytea not null,
  roles text[] not null,
  language text not null default 'nl',
  active_from date not null,
  active_until date,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, user_id)
);

create table person (
  org_id uuid not null references organisation (id),
  id uuid not null,
  kind text not null check (kind in ('mother', 'child', 'worker', 'contact')),
  name_sealed bytea not null,
  phone_sealed bytea,
  email_sealed bytea,
  birth_day_sealed bytea,
  address_sealed bytea,
  area text,
  phone_print bytea,
  email_print bytea,
  birth_day_print bytea,
  address_print bytea,
  street_print bytea,
  languages text[] not null default '{}',
  interpreter text,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (org_id, id)
);
create index person_phone on person (org_id, phone_print) where phone_print is not null;
create index person_email on person (org_id, email_print) where email_print is not null;
create index person_birth_day on person (org_id, birth_day_print) where birth_day_print is not null;
create index person_address on person (org_id, address_print) where address_print is not null;

create table household (
  org_id uuid not null references organisation (id),
  id uuid not null,
  created_at timestamptz not null,
  primary key (org_id, id)
);
create table household_member (
  org_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  relation text not null,
  from_day date not null,
  until_day date,
  primary key (org_id, id),
  foreign key (org_id, household_id) references household (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id)
);
create index household_member_person on household_member (org_id, person_id);
create index household_member_household on household_member (org_id, household_id);

create table import (
  org_id uuid not null references organisation (id),
  id uuid not null,
  state text not null,
  file_kind text not null,
  programme_id text,
  headings_sealed bytea not null,
  mapping jsonb not null,
  row_count int not null default 0,
  good_count int not null default 0,
  refused_count int not null default 0,
  imported_count int not null default 0,
  created_by uuid not null,
  created_at timestamptz not null,
  imported_at timestamptz,
  undone_at timestamptz,
  undone_by uuid,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, created_by) references member (org_id, id)
);

create table referral (
  org_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  channel text not null check (channel in ('professional_form', 'own_form', 'spreadsheet', 'fhir', 'desk')),
  state text not null,
  programme_id text,
  received_at timestamptz not null,
  received_on date not null,
  contact_due_on date not null,
  paused_on date,
  referrer_kind text not null,
  referrer_sealed bytea,
  referrer_member_id uuid,
  words_sealed bytea,
  answers_sealed bytea not null,
  duplicate_of uuid,
  decision_code text,
  decision_note_sealed bytea,
  decided_by uuid,
  decided_at timestamptz,
  import_id uuid,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, duplicate_of) references referral (org_id, id),
  foreign key (org_id, referrer_member_id) references member (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id),
  foreign key (org_id, import_id) references import (org_id, id)
);
create index referral_state on referral (org_id, state, received_at);
create index referral_person on referral (org_id, person_id);
create index referral_import on referral (org_id, import_id) where import_id is not null;
create index referral_referrer on referral (org_id, referrer_member_id) where referrer_member_id is not null;

create table import_row (
  org_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  row_number int not null,
  cells_sealed bytea not null,
  verdict text not null,
  reasons jsonb not null default '[]',
  referral_id uuid,
  primary key (org_id, id),
  unique (org_id, import_id, row_number),
  foreign key (org_id, import_id) references import (org_id, id),
  foreign key (org_id, referral_id) references referral (org_id, id)
);

create table safe_contact_policy (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  terms_sealed bytea not null,
  from_at timestamptz not null,
  until_at timestamptz,
  confirmed_on date not null,
  confirmed_by uuid,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, confirmed_by) references member (org_id, id)
);
create unique index safe_contact_policy_current on safe_contact_policy (org_id, person_id) where until_at is null;

create table worker (
  org_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  state text not null,
  programmes text[] not null default '{}',
  backgrounds text[] not null default '{}',
  interests text[] not null default '{}',
  availability text[] not null default '{}',
  child_situations text[] not null default '{}',
  capacity int not null default 1 check (capacity >= 0),
  from_day date not null,
  until_day date,
  coordinator_id uuid,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, person_id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, coordinator_id) references member (org_id, id)
);
alter table member add column worker_id uuid;
alter table member add foreign key (org_id, worker_id) references worker (org_id, id);

create table worker_gate (
  org_id uuid not null,
  id uuid not null,
  worker_id uuid not null,
  kind text not null,
  seen_on date not null,
  valid_until date,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, recorded_by) references member (org_id, id)
);
create index worker_gate_worker on worker_gate (org_id, worker_id, kind);

create table trajectory (
  org_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  child_id uuid,
  referral_id uuid not null,
  programme_id text not null,
  programme_version text not null,
  state text not null,
  phase text,
  coordinator_id uuid,
  worker_id uuid,
  waiting_since date,
  started_on date,
  ends_on date,
  closed_on date,
  closure_reason text,
  closure_note_sealed bytea,
  last_contact_on date,
  next_contact_on date,
  contacts_done int not null default 0,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, referral_id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, child_id) references person (org_id, id),
  foreign key (org_id, referral_id) references referral (org_id, id),
  foreign key (org_id, coordinator_id) references member (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id)
);
create index trajectory_state on trajectory (org_id, state, id);
create index trajectory_worker on trajectory (org_id, worker_id, state) where worker_id is not null;
create index trajectory_person on trajectory (org_id, person_id);
create index trajectory_last_contact on trajectory (org_id, last_contact_on) where state = 'active';

create table consent (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  trajectory_id uuid,
  code text not null,
  state text not null check (state in ('given', 'refused', 'withdrawn', 'expired')),
  text_version text not null,
  how text not null,
  from_day date not null,
  until_day date,
  recorded_by uuid,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, recorded_by) references member (org_id, id)
);
create index consent_person on consent (org_id, person_id, code);

create table intake (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  state text not null check (state in ('open', 'done')),
  facts_sealed bytea not null,
  done_by uuid,
  done_at timestamptz,
  version int not null default 1,
  primary key (org_id, id),
  unique (org_id, trajectory_id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, done_by) references member (org_id, id)
);

create table eligibility_decision (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  outcome text not null,
  results jsonb not null,
  exception_rule text,
  exception_reason_sealed bytea,
  programme_version text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id)
);
create index eligibility_decision_trajectory on eligibility_decision (org_id, trajectory_id);

create table match (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  worker_id uuid not null,
  state text not null,
  score int not null,
  explanation jsonb not null,
  proposed_by uuid,
  proposed_on date not null,
  mother_answer text,
  mother_answered_on date,
  worker_answer text,
  worker_answered_on date,
  introduction_on date,
  started_on date,
  ended_on date,
  end_reason text,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, proposed_by) references member (org_id, id)
);
create unique index match_open on match (org_id, trajectory_id)
  where state in ('proposed', 'agreed', 'introduction', 'active', 'paused');
create index match_worker on match (org_id, worker_id, state);

create table contact (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  worker_id uuid,
  number int not null,
  state text not null,
  mode text not null,
  due_from date not null,
  due_until date not null,
  planned_on date,
  planned_at time,
  done_on date,
  minutes int,
  cancelled_by text,
  talk_sheet text,
  went_sealed bytea,
  next_sealed bytea,
  logged_by uuid,
  logged_at timestamptz,
  version int not null default 1,
  primary key (org_id, id),
  unique (org_id, trajectory_id, number),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, logged_by) references member (org_id, id)
);
create index contact_trajectory on contact (org_id, trajectory_id, due_from);

create table measure (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  moment text not null,
  instrument_id text not null,
  instrument_version text not null,
  state text not null check (state in ('due', 'taken', 'declined')),
  due_on date,
  taken_on date,
  mode text,
  answers_sealed bytea,
  scores jsonb,
  taken_by uuid,
  version int not null default 1,
  primary key (org_id, id),
  unique (org_id, trajectory_id, moment, instrument_id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, taken_by) references member (org_id, id)
);

create table message (
  org_id uuid not null references organisation (id),
  id uuid not null,
  delivery text not null check (delivery in ('at_most_once', 'at_least_once')),
  kind text not null,
  channel text not null,
  owner_id uuid not null,
  person_id uuid,
  referral_id uuid,
  trajectory_id uuid,
  address_sealed bytea not null,
  subject_sealed bytea not null,
  body_sealed bytea not null,
  state text not null,
  refusal_code text,
  not_before timestamptz not null,
  expires_at timestamptz not null,
  attempts int not null default 0,
  lease_until timestamptz,
  dedupe_key text not null,
  created_at timestamptz not null,
  settled_at timestamptz,
  version int not null default 1,
  primary key (org_id, id),
  unique (org_id, dedupe_key),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, referral_id) references referral (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id)
);
create index message_waiting on message (org_id, not_before) where state in ('pending', 'handing_over');

create table task (
  org_id uuid not null references organisation (id),
  id uuid not null,
  kind text not null,
  owner_id uuid,
  person_id uuid,
  referral_id uuid,
  trajectory_id uuid,
  message_id uuid,
  reason_code text not null,
  due_on date not null,
  created_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, owner_id) references member (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, referral_id) references referral (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, message_id) references message (org_id, id),
  foreign key (org_id, done_by) references member (org_id, id)
);
create index task_open on task (org_id, due_on) where done_at is null;

create table draft (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  form text not null,
  subject_id uuid not null,
  body_sealed bytea not null,
  saved_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, member_id, form, subject_id),
  foreign key (org_id, member_id) references member (org_id, id)
);

create table postcode_area (
  org_id uuid not null references organisation (id),
  id uuid not null,
  postcode text not null,
  place text not null,
  latitude double precision not null,
  longitude double precision not null,
  primary key (org_id, id),
  unique (org_id, postcode)
);

create table service (
  org_id uuid not null references organisation (id),
  id uuid not null,
  name text not null,
  key_hash bytea not null,
  scopes text[] not null,
  from_day date not null,
  until_day date,
  last_used_at timestamptz,
  created_by uuid,
  primary key (org_id, id),
  unique (org_id, key_hash),
  foreign key (org_id, created_by) references member (org_id, id)
);

create table idempotency (
  org_id uuid not null references organisation (id),
  id uuid not null,
  actor text not null,
  use_case text not null,
  request_hash bytea not null,
  result jsonb,
  at timestamptz not null,
  primary key (org_id, id, actor)
);

create table audit_event (
  org_id uuid not null references organisation (id),
  id uuid not null,
  at timestamptz not null,
  event text not null,
  action text not null check (action in ('create', 'read', 'update', 'delete', 'execute')),
  outcome text not null check (outcome in ('success', 'denied', 'refused', 'failed')),
  actor_kind text not null,
  actor_id uuid,
  actor_roles text[] not null,
  on_behalf_of uuid,
  person_ids uuid[] not null,
  trajectory_ids uuid[] not null,
  access_basis text not null,
  policy_version text not null,
  request_id text not null,
  detail jsonb,
  primary key (org_id, id)
);
create index audit_event_at on audit_event (org_id, at);
create index audit_event_person on audit_event using gin (person_ids);

create schema keys;
create table keys.organisation_key (
  org_id uuid primary key references organisation (id),
  wrapped bytea not null,
  wrapped_by text not null
);
create table keys.data_key (
  org_id uuid not null references organisation (id),
  owner_id uuid not null,
  wrapped bytea,
  destroyed_at timestamptz,
  primary key (org_id, owner_id)
);
`

const tenantTables = [
  'member',
  'person',
  'household',
  'household_member',
  'import',
  'import_row',
  'referral',
  'safe_contact_policy',
  'worker',
  'worker_gate',
  'trajectory',
  'consent',
  'intake',
  'eligibility_decision',
  'match',
  'contact',
  'measure',
  'message',
  'task',
  'draft',
  'postcode_area',
  'service',
  'idempotency',
  'audit_event',
  'keys.data_key',
  'keys.organisation_key',
]

/** Only these may lose rows in normal work; what is decided is ended, not deleted. */
const deletable = ['draft', 'idempotency', 'import_row', 'postcode_area']
const insertOnly = ['audit_event']

export async function up(db: Kysely<unknown>): Promise<void> {
  await tables.execute(db)
  await sql`grant usage on schema public, keys to naast_work, naast_login`.execute(db)
  await sql`grant select, insert on organisation to naast_work`.execute(db)
  await sql`grant select on organisation to naast_login`.execute(db)
  for (const name of tenantTables) {
    const table = sql.table(name)
    await sql`alter table ${table} enable row level security`.execute(db)
    await sql`alter table ${table} force row level security`.execute(db)
    await sql`
      create policy organisation_only on ${table}
        using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
        with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
    `.execute(db)
    const verbs = insertOnly.includes(name)
      ? sql`select, insert`
      : deletable.includes(name)
        ? sql`select, insert, update, delete`
        : sql`select, insert, update`
    await sql`grant ${verbs} on ${table} to naast_work`.execute(db)
  }
}
