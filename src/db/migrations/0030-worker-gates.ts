import { type Kysely, type RawBuilder, sql } from 'kysely'

/**
 * What a worker's gates open and close by: the screening profile of a certificate of conduct, what was seen and is not
 * in order, a manager's grace or exception, the organisation's own texts that she signs, and trainings with their days,
 * attendance and certificates.
 */
const wall = (table: string, may: RawBuilder<unknown>) => sql`
alter table ${sql.ref(table)} enable row level security;
alter table ${sql.ref(table)} force row level security;
create policy organisation_only on ${sql.ref(table)}
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant ${may} on ${sql.ref(table)} to naast_work;
`

const gates = sql`
alter table worker_gate
  -- Of a certificate of conduct: the profile that it was given for, as it says itself.
  add column profile text,
  -- From its day on nothing counts any more that was seen before this day: it was not in order, or is asked anew.
  add column voids_before date,
  add column text_id uuid,
  add column training_id uuid;

create table worker_waiver (
  org_id uuid not null,
  id uuid not null,
  worker_id uuid not null,
  kind text not null,
  covers text not null check (covers in ('running', 'all')),
  from_day date not null,
  until_day date,
  reason_code text not null,
  decided_by uuid,
  decided_at timestamptz not null,
  ended_on date,
  ended_by uuid,
  primary key (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check (until_day is null or until_day >= from_day),
  check (covers = 'all' or until_day is not null)
);
create unique index worker_waiver_live on worker_waiver (org_id, worker_id, kind) where ended_on is null;

create table worker_text (
  org_id uuid not null references organisation (id),
  id uuid not null,
  kind text not null,
  number int not null,
  words text not null,
  from_day date not null,
  until_day date,
  -- Who signed an earlier one signs this one by this day; without it earlier ones stay good.
  sign_by date,
  published_by uuid,
  published_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, kind, number),
  foreign key (org_id, published_by) references member (org_id, id)
);
create unique index worker_text_live on worker_text (org_id, kind) where until_day is null;

create table worker_signature (
  org_id uuid not null,
  id uuid not null,
  worker_id uuid not null,
  text_id uuid not null,
  signed_on date not null,
  signed_at timestamptz not null,
  signed_by uuid not null,
  primary key (org_id, id),
  unique (org_id, worker_id, text_id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, text_id) references worker_text (org_id, id),
  foreign key (org_id, signed_by) references member (org_id, id)
);
`

const trainings = sql`
create table training (
  org_id uuid not null references organisation (id),
  id uuid not null,
  title text not null,
  place text,
  -- What its certificate opens; none for a theme evening.
  gate_kind text,
  valid_months int check (valid_months > 0),
  seats int check (seats > 0),
  state text not null,
  created_by uuid,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, created_by) references member (org_id, id)
);

create table training_session (
  org_id uuid not null,
  id uuid not null,
  training_id uuid not null,
  on_day date not null,
  starts_at time,
  half_days int not null check (half_days between 1 and 4),
  primary key (org_id, id),
  foreign key (org_id, training_id) references training (org_id, id)
);
create index training_session_training on training_session (org_id, training_id, on_day);

create table training_place (
  org_id uuid not null,
  id uuid not null,
  training_id uuid not null,
  worker_id uuid not null,
  from_day date not null,
  until_day date,
  certified_on date,
  certificate_until date,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, training_id) references training (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id)
);
create unique index training_place_live on training_place (org_id, training_id, worker_id) where until_day is null;
create index training_place_worker on training_place (org_id, worker_id);

create table training_attendance (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  worker_id uuid not null,
  attendance text not null check (attendance in ('there', 'excused', 'absent')),
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, session_id, worker_id),
  foreign key (org_id, session_id) references training_session (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, recorded_by) references member (org_id, id)
);

alter table worker_gate
  add foreign key (org_id, text_id) references worker_text (org_id, id),
  add foreign key (org_id, training_id) references training (org_id, id);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await gates.execute(db)
  await trainings.execute(db)
  for (const table of ['worker_waiver', 'worker_text', 'training', 'training_place', 'training_attendance'])
    await wall(table, sql`select, insert, update`).execute(db)
  for (const table of ['worker_signature', 'training_session'])
    await wall(table, sql`select, insert`).execute(db)
}
