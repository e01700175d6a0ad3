import { type Kysely, sql } from 'kysely'
import { lockPolicy } from './0043-file-lock.ts'

/**
 * Erasing a file: who asked and on which ground, who decided. What must be kept all the same is held, for a reason and
 * until a day. The line that says so outlives the file: it names nobody, and what it is about can't be read any more.
 */
const changes = sql`
create table erasure (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  trajectory_id uuid,
  reason_code text not null,
  ground_code text not null,
  state text not null check (state in ('asked', 'erased', 'refused', 'withdrawn')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  answer_code text,
  answered_by uuid,
  answered_at timestamptz,
  files int,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, asked_by) references member (org_id, id),
  foreign key (org_id, answered_by) references member (org_id, id),
  check ((state = 'asked') = (answered_by is null)),
  check ((state = 'erased') = (files is not null)),
  check (state <> 'erased' or answered_by <> asked_by)
);
create unique index erasure_open on erasure (org_id, person_id) where state = 'asked';
create index erasure_state on erasure (org_id, state, asked_at);

create table legal_hold (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  trajectory_id uuid,
  reason_code text not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  placed_by uuid not null,
  placed_at timestamptz not null,
  ended_on date,
  ended_by uuid,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, placed_by) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check ((ended_on is null) = (ended_by is null))
);
create index legal_hold_person on legal_hold (org_id, person_id, until_day);

create index data_key_destroyed on keys.data_key (org_id, destroyed_at) where destroyed_at is not null;
`

const organisationOnly = (table: string) => sql`
alter table ${sql.table(table)} enable row level security;
alter table ${sql.table(table)} force row level security;
create policy organisation_only on ${sql.table(table)}
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert, update on ${sql.table(table)} to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
  for (const table of ['erasure', 'legal_hold']) {
    await organisationOnly(table).execute(db)
    await lockPolicy(db, table, ['person_id', 'trajectory_id'])
  }
}
