import { type Kysely, type RawBuilder, sql } from 'kysely'

/**
 * The whole life of a match: names kept for a woman before anybody is asked, a trial, a rest, going on with somebody
 * else, an ending that is planned, and how she is three months later. Every step is kept with its day, its reason and
 * who took it; steps are only ever added. And what she wants her next worker to read of what was written before.
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
alter table match
  -- Since when she waited for this match: her place on the list if she waits again.
  add column waited_since date,
  -- The match that this one goes on from, and the day on which the two workers visit her together.
  add column follows_id uuid,
  add column joint_on date,
  add column trial_until date,
  add column trial_mother_answer text check (trial_mother_answer in ('yes', 'no')),
  add column trial_mother_answered_on date,
  add column trial_worker_answer text check (trial_worker_answer in ('yes', 'no')),
  add column trial_worker_answered_on date,
  add column confirmed_on date,
  add column paused_from date,
  add column paused_until date,
  add column pause_code text,
  add column tapering_from date,
  add column last_visit_on date,
  add column last_visit_held_on date,
  -- How she is, some months after: the day on which it is asked, and what came of it.
  add column after_on date,
  add column after_task_id uuid,
  add column after_answer text,
  add column after_answered_on date,
  add column after_answered_by uuid,
  add column after_note_sealed bytea,
  add foreign key (org_id, follows_id) references match (org_id, id),
  add foreign key (org_id, after_task_id) references task (org_id, id),
  add foreign key (org_id, after_answered_by) references member (org_id, id),
  add check ((after_answer is null) = (after_answered_on is null));

drop index match_open;
create unique index match_open on match (org_id, trajectory_id)
  where state in ('proposed', 'agreed', 'introduction', 'trial', 'active', 'paused', 'tapering');
create index match_after on match (org_id, after_on) where after_on is not null and after_answer is null;

create table match_step (
  org_id uuid not null,
  id uuid not null,
  match_id uuid not null,
  step text not null,
  from_state text,
  to_state text not null,
  reason_code text,
  on_day date not null,
  until_day date,
  taken_by uuid,
  taken_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, match_id) references match (org_id, id),
  foreign key (org_id, taken_by) references member (org_id, id)
);
create index match_step_match on match_step (org_id, match_id);

create table match_shortlist (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  worker_id uuid not null,
  note_sealed bytea,
  kept_by uuid not null,
  kept_at timestamptz not null,
  from_day date not null,
  until_day date,
  until_code text check (until_code in ('proposed', 'dropped', 'closed')),
  until_by uuid,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, kept_by) references member (org_id, id),
  foreign key (org_id, until_by) references member (org_id, id),
  check ((until_day is null) = (until_code is null))
);
create unique index match_shortlist_once on match_shortlist (org_id, trajectory_id, worker_id) where until_day is null;

create table earlier_words (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  shown text not null check (shown in ('all', 'agreements', 'none')),
  decided_on date not null,
  decided_by uuid not null,
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id)
);
create unique index earlier_words_live on earlier_words (org_id, trajectory_id) where until_at is null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await life.execute(db)
  await wall('match_step', sql`select, insert`).execute(db)
  await wall('match_shortlist', sql`select, insert, update`).execute(db)
  await wall('earlier_words', sql`select, insert, update`).execute(db)
}
