import { type Kysely, sql } from 'kysely'

/**
 * What changes for her: the grid of adversities that she and her coach fill in again and again; the plan of action with
 * her goals, what is done for them, who looked at it and who approved it; and which diaries she was given and began.
 * What she says stands sealed under her key, which domains trouble her included; grids, reviews, decisions and what was
 * noted of a diary are only ever added to.
 */
const changes = sql`
create table adversity_grid (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  filled_on date not null,
  answers_sealed bytea not null,
  filled_by uuid not null,
  filled_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, filled_by) references member (org_id, id)
);
create index adversity_grid_trajectory on adversity_grid (org_id, trajectory_id, filled_on);

create table action_plan (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  state text not null check (state in ('draft', 'submitted', 'agreed', 'closing', 'closed')),
  begun_by uuid not null,
  begun_at timestamptz not null,
  agreed_on date,
  closed_on date,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, begun_by) references member (org_id, id),
  check ((state = 'closed') = (closed_on is not null))
);
create unique index action_plan_live on action_plan (org_id, trajectory_id) where state <> 'closed';
create index action_plan_trajectory on action_plan (org_id, trajectory_id, begun_at);

create table plan_decision (
  org_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  step text not null,
  reason_code text,
  decided_on date not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, plan_id) references action_plan (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id)
);
create index plan_decision_plan on plan_decision (org_id, plan_id, decided_at);

create table plan_goal (
  org_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  domain text,
  words_sealed bytea not null,
  weight int not null check (weight between 1 and 3),
  start_level int not null check (start_level between -2 and 2),
  level int check (level between -2 and 2),
  created_by uuid not null,
  created_at timestamptz not null,
  let_go_on date,
  let_go_code text,
  let_go_by uuid,
  let_go_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, plan_id) references action_plan (org_id, id),
  foreign key (org_id, created_by) references member (org_id, id),
  foreign key (org_id, let_go_by) references member (org_id, id),
  check ((let_go_on is null) = (let_go_code is null) and (let_go_on is null) = (let_go_at is null))
);
create index plan_goal_plan on plan_goal (org_id, plan_id, created_at);

create table plan_action (
  org_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  goal_id uuid not null,
  doer text not null check (doer in ('mother', 'worker', 'party')),
  network_organisation_id uuid,
  words_sealed bytea not null,
  by_day date not null,
  created_by uuid not null,
  created_at timestamptz not null,
  ended_on date,
  ended_code text,
  ended_by uuid,
  ended_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, plan_id) references action_plan (org_id, id),
  foreign key (org_id, goal_id) references plan_goal (org_id, id),
  foreign key (org_id, network_organisation_id) references network_organisation (org_id, id),
  foreign key (org_id, created_by) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check ((ended_on is null) = (ended_code is null) and (ended_on is null) = (ended_at is null))
);
create index plan_action_plan on plan_action (org_id, plan_id, by_day);

create table plan_review (
  org_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  reviewed_on date not null,
  outcome text not null check (outcome in ('go_on', 'change', 'close')),
  levels jsonb not null,
  words_sealed bytea,
  reviewed_by uuid not null,
  reviewed_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, plan_id) references action_plan (org_id, id),
  foreign key (org_id, reviewed_by) references member (org_id, id)
);
create index plan_review_plan on plan_review (org_id, plan_id, reviewed_on);

create table material_step (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  material_id text not null,
  step text not null check (step in ('given', 'begun')),
  on_day date not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, noted_by) references member (org_id, id)
);
create index material_step_trajectory on material_step (org_id, trajectory_id, noted_at);

do $$
declare name text;
begin
  foreach name in array array['adversity_grid', 'action_plan', 'plan_decision', 'plan_goal', 'plan_action',
    'plan_review', 'material_step'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy organisation_only on %I
        using (org_id = (select nullif(current_setting(''naast.org'', true), '''')::uuid))
        with check (org_id = (select nullif(current_setting(''naast.org'', true), '''')::uuid))', name);
  end loop;
end $$;
grant select, insert on adversity_grid, plan_decision, plan_review, material_step to naast_work;
grant select, insert, update on action_plan, plan_goal, plan_action to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
}
