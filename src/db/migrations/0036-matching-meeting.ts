import { type Kysely, type RawBuilder, sql } from 'kysely'

/**
 * A matching meeting: the plan for all who wait, as a draft that binds nobody until its pairs are published together.
 * What people changed in it stands row by row, with who and when, and who undid it. And where somebody else was proposed
 * than stood first, why: for who sets the weights.
 */
const wall = (table: string, may: RawBuilder<unknown>) => sql`
alter table ${sql.ref(table)} enable row level security;
alter table ${sql.ref(table)} force row level security;
create policy organisation_only on ${sql.ref(table)}
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant ${may} on ${sql.ref(table)} to naast_work;
`

const meetings = sql`
create table matching_meeting (
  org_id uuid not null references organisation (id),
  id uuid not null,
  state text not null default 'open' check (state in ('open', 'published', 'dropped')),
  opened_by uuid,
  opened_on date not null,
  opened_at timestamptz not null,
  ended_by uuid,
  ended_on date,
  ended_at timestamptz,
  -- Pairs of the plan that was kept last, and what the last change did: ids and numbers only.
  plan jsonb not null default '[]',
  last_change jsonb,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, opened_by) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check ((state = 'open') = (ended_at is null)),
  check ((ended_on is null) = (ended_at is null))
);
-- Two plans at once would promise the same places twice.
create unique index matching_meeting_open on matching_meeting (org_id) where state = 'open';

create table matching_meeting_change (
  org_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  kind text not null check (kind in ('pin', 'forbid', 'capacity', 'weight', 'leave-out')),
  trajectory_id uuid,
  worker_id uuid,
  programme_id text,
  programme_version text,
  criterion text,
  number int,
  reason_code text,
  -- Whom the plan had for her when a person decided otherwise.
  instead_of uuid,
  made_by uuid,
  made_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, meeting_id) references matching_meeting (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, instead_of) references worker (org_id, id),
  foreign key (org_id, made_by) references member (org_id, id),
  foreign key (org_id, undone_by) references member (org_id, id),
  check ((kind = 'weight') = (reason_code is null)),
  check ((kind in ('pin', 'forbid', 'leave-out')) = (trajectory_id is not null)),
  check ((kind in ('pin', 'forbid', 'capacity')) = (worker_id is not null)),
  check ((kind = 'weight') = (programme_id is not null)),
  check ((kind = 'weight') = (programme_version is not null)),
  check ((kind = 'weight') = (criterion is not null)),
  check ((kind in ('capacity', 'weight')) = (number is not null))
);
create index matching_meeting_change_meeting on matching_meeting_change (org_id, meeting_id, id);
create unique index matching_meeting_change_pin on matching_meeting_change (org_id, meeting_id, trajectory_id)
  where kind = 'pin' and undone_at is null;
create unique index matching_meeting_change_forbid
  on matching_meeting_change (org_id, meeting_id, trajectory_id, worker_id)
  where kind = 'forbid' and undone_at is null;
create unique index matching_meeting_change_capacity on matching_meeting_change (org_id, meeting_id, worker_id)
  where kind = 'capacity' and undone_at is null;
create unique index matching_meeting_change_weight
  on matching_meeting_change (org_id, meeting_id, programme_id, programme_version, criterion)
  where kind = 'weight' and undone_at is null;
create unique index matching_meeting_change_left_out
  on matching_meeting_change (org_id, meeting_id, trajectory_id)
  where kind = 'leave-out' and undone_at is null;

create table matching_meeting_note (
  org_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  -- Whose key it is sealed under: hers if it is about one woman, else the meeting's own.
  trajectory_id uuid,
  text_sealed bytea not null,
  written_by uuid,
  written_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, meeting_id) references matching_meeting (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, written_by) references member (org_id, id)
);
create index matching_meeting_note_meeting on matching_meeting_note (org_id, meeting_id, id);

alter table match
  add column meeting_id uuid,
  add foreign key (org_id, meeting_id) references matching_meeting (org_id, id);
create index match_meeting on match (org_id, meeting_id) where meeting_id is not null;
create index match_proposed on match (org_id, proposed_on);

create table match_choice (
  org_id uuid not null,
  id uuid not null,
  match_id uuid not null,
  programme_id text not null,
  reason_code text not null,
  -- Who stood first for her, if anybody did, and how many thousandths of score were given up.
  instead_of uuid,
  given_up int not null,
  better text[] not null,
  worse text[] not null,
  chosen_by uuid,
  chosen_on date not null,
  primary key (org_id, id),
  unique (org_id, match_id),
  foreign key (org_id, match_id) references match (org_id, id),
  foreign key (org_id, instead_of) references worker (org_id, id),
  foreign key (org_id, chosen_by) references member (org_id, id)
);
create index match_choice_day on match_choice (org_id, chosen_on);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await meetings.execute(db)
  await wall('matching_meeting', sql`select, insert, update`).execute(db)
  await wall('matching_meeting_change', sql`select, insert, update`).execute(db)
  await wall('matching_meeting_note', sql`select, insert`).execute(db)
  await wall('match_choice', sql`select, insert`).execute(db)
}
