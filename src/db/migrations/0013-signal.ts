import { type Kysely, sql } from 'kysely'

/**
 * Where a trajectory strays from what its programme's rules ask: since when, until when, and what was done about it.
 * `signal_watch` stands beside each trajectory with the day on which time alone can next change anything; whoever looks
 * holds that row, so that two who look at once never write over each other. What people do with a signal is only ever
 * added to.
 */
const changes = sql`
create table signal_watch (
  org_id uuid not null,
  id uuid not null,
  due_on date,
  primary key (org_id, id),
  foreign key (org_id, id) references trajectory (org_id, id)
);
create index signal_watch_due on signal_watch (org_id, due_on) where due_on is not null;
-- Before the wall stands: the owner of the tables sees all organisations here.
insert into signal_watch (org_id, id, due_on) select org_id, id, created_at::date from trajectory;

create table signal (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  rule_id text not null,
  severity text not null check (severity in ('info', 'warn', 'breach', 'block')),
  owner text not null check (owner in ('worker', 'coordinator', 'manager', 'safeguarding_lead')),
  arose_on date not null,
  arose_at timestamptz not null,
  ended_on date,
  ended_at timestamptz,
  quiet_until date,
  version int not null default 1,
  primary key (org_id, id),
  -- Not the trajectory itself: writing a signal must not wait for somebody who is deciding about the trajectory.
  foreign key (org_id, trajectory_id) references signal_watch (org_id, id),
  check ((ended_on is null) = (ended_at is null))
);
create unique index signal_standing on signal (org_id, trajectory_id, rule_id) where ended_at is null;
create index signal_trajectory on signal (org_id, trajectory_id, arose_at);
create index signal_open on signal (org_id, owner, severity, arose_on) where ended_at is null;

create table signal_step (
  org_id uuid not null,
  id uuid not null,
  signal_id uuid not null,
  trajectory_id uuid not null,
  kind text not null check (kind in ('done', 'snoozed', 'set_aside')),
  code text not null,
  until_day date,
  taken_on date not null,
  taken_by uuid not null,
  taken_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, signal_id) references signal (org_id, id),
  foreign key (org_id, trajectory_id) references signal_watch (org_id, id),
  foreign key (org_id, taken_by) references member (org_id, id),
  check (kind <> 'snoozed' or until_day is not null)
);
create index signal_step_signal on signal_step (org_id, signal_id);
create index signal_step_trajectory on signal_step (org_id, trajectory_id, code);

do $$
declare name text;
begin
  foreach name in array array['signal_watch', 'signal', 'signal_step'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy organisation_only on %I
        using (org_id = (select nullif(current_setting(''naast.org'', true), '''')::uuid))
        with check (org_id = (select nullif(current_setting(''naast.org'', true), '''')::uuid))', name);
  end loop;
end $$;
grant select, insert, update on signal_watch, signal to naast_work;
grant select, insert on signal_step to naast_work;

-- From a worker or a child to the trajectories that her file says something about.
create index worker_person on worker (org_id, person_id);
create index trajectory_child on trajectory (org_id, child_id) where child_id is not null;
create index task_trajectory on task (org_id, trajectory_id) where done_at is null and trajectory_id is not null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
}
