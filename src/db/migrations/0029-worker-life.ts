import { type Kysely, type RawBuilder, sql } from 'kysely'

/**
 * A worker's life: every step with its day, its reason and who took it; and what somebody wrote who wants to begin.
 * Steps are only ever added.
 */
const wall = (table: string, may: RawBuilder<unknown>) => sql`
alter table ${sql.ref(table)} enable row level security;
alter table ${sql.ref(table)} force row level security;
create policy organisation_only on ${sql.ref(table)}
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant ${may} on ${sql.ref(table)} to naast_work;
`

const life = sql`
alter table worker
  add column state_since date,
  -- On leave: the day on which she hopes to be back. Leaving: her last day.
  add column state_until date;

create table worker_step (
  org_id uuid not null,
  id uuid not null,
  worker_id uuid not null,
  step text not null,
  from_state text,
  to_state text not null,
  reason_code text,
  on_day date not null,
  until_day date,
  taken_by uuid,
  taken_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, taken_by) references member (org_id, id)
);
create index worker_step_worker on worker_step (org_id, worker_id);

create table worker_application (
  org_id uuid not null,
  id uuid not null,
  worker_id uuid not null,
  words_sealed bytea,
  language text not null,
  received_on date not null,
  answer_by date not null,
  received_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id)
);
create index worker_application_worker on worker_application (org_id, worker_id);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await life.execute(db)
  for (const table of ['worker_step', 'worker_application'])
    await wall(table, sql`select, insert`).execute(db)
}
