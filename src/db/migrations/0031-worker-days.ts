import { type Kysely, type RawBuilder, sql } from 'kysely'

/**
 * A worker's days: when she is away or only by phone, what she shares and what she would rather not, whom she must not
 * meet (sealed); her planned talks with who watches over her, who stands in for a coordinator, and duties handed over.
 */
const wall = (table: string, may: RawBuilder<unknown>) => sql`
alter table ${sql.ref(table)} enable row level security;
alter table ${sql.ref(table)} force row level security;
create policy organisation_only on ${sql.ref(table)}
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant ${may} on ${sql.ref(table)} to naast_work;
`

const days = sql`
alter table worker
  add column reads text[] not null default '{}',
  add column child_ages text[] not null default '{}',
  add column avoids text[] not null default '{}';

create table worker_away (
  org_id uuid not null,
  id uuid not null,
  worker_id uuid not null,
  kind text not null check (kind in ('away', 'phone_only')),
  from_day date not null,
  until_day date not null,
  said_by uuid,
  said_at timestamptz not null,
  withdrawn_on date,
  primary key (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, said_by) references member (org_id, id),
  check (until_day >= from_day)
);
create index worker_away_worker on worker_away (org_id, worker_id, until_day) where withdrawn_on is null;

create table worker_avoidance (
  org_id uuid not null,
  id uuid not null,
  worker_id uuid not null,
  words_sealed bytea not null,
  said_at timestamptz not null,
  ended_on date,
  primary key (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id)
);
create index worker_avoidance_worker on worker_avoidance (org_id, worker_id) where ended_on is null;
`

const care = sql`
create table worker_talk (
  org_id uuid not null,
  id uuid not null,
  worker_id uuid not null,
  kind text not null check (kind in ('talk', 'supervision')),
  planned_on date not null,
  state text not null check (state in ('planned', 'done', 'missed', 'cancelled')),
  settled_on date,
  planned_by uuid,
  planned_at timestamptz not null,
  settled_by uuid,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, planned_by) references member (org_id, id),
  foreign key (org_id, settled_by) references member (org_id, id)
);
create index worker_talk_worker on worker_talk (org_id, worker_id, planned_on);
create index worker_talk_open on worker_talk (org_id, planned_on) where state = 'planned';

create table deputy (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  deputy_id uuid not null,
  from_day date not null,
  until_day date not null,
  decided_by uuid,
  decided_at timestamptz not null,
  ended_on date,
  primary key (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id),
  foreign key (org_id, deputy_id) references member (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id),
  check (until_day >= from_day),
  check (member_id <> deputy_id)
);
create index deputy_member on deputy (org_id, member_id, until_day) where ended_on is null;

create table duty_handover (
  org_id uuid not null,
  id uuid not null,
  -- Nobody: what was without an owner.
  from_member uuid,
  to_member uuid not null,
  reason_code text not null,
  workers int not null,
  trajectories int not null,
  tasks int not null,
  on_day date not null,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, from_member) references member (org_id, id),
  foreign key (org_id, to_member) references member (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id)
);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await days.execute(db)
  await care.execute(db)
  for (const table of ['worker_away', 'worker_avoidance', 'worker_talk', 'deputy'])
    await wall(table, sql`select, insert, update`).execute(db)
  await wall('duty_handover', sql`select, insert`).execute(db)
}
