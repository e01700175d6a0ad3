import { type Kysely, type RawBuilder, sql } from 'kysely'

/**
 * A lock hides one person's file from a named colleague or from a whole organisation; it beats every role
 * (`docs/decisions/0018-the-database-keeps-the-lock.md`). `lock_reach` says which ids are hidden from whom: her own,
 * her children's, her referrals' and her trajectories', from a member, a worker or a service. It follows from the
 * locks and is written anew whenever either side grows (`db/file-lock.ts`), so every policy is one look at it.
 */
const tables = sql`
alter table service add column network_organisation_id uuid,
  add foreign key (org_id, network_organisation_id) references network_organisation (org_id, id);

create table file_lock (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  member_id uuid,
  worker_id uuid,
  network_organisation_id uuid,
  state text not null check (state in ('standing', 'lift_asked', 'lifted')),
  set_by uuid not null,
  set_at timestamptz not null,
  lift_asked_by uuid,
  lift_asked_at timestamptz,
  lifted_by uuid,
  lifted_at timestamptz,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, network_organisation_id) references network_organisation (org_id, id),
  foreign key (org_id, set_by) references member (org_id, id),
  foreign key (org_id, lift_asked_by) references member (org_id, id),
  foreign key (org_id, lifted_by) references member (org_id, id),
  check ((num_nonnulls(member_id, worker_id) > 0) <> (network_organisation_id is not null)),
  check ((state = 'standing') = (lift_asked_by is null)),
  check ((state = 'lifted') = (lifted_by is not null)),
  check ((lift_asked_by is null) = (lift_asked_at is null)),
  check ((lifted_by is null) = (lifted_at is null)),
  check (lifted_by <> lift_asked_by)
);
create index file_lock_person on file_lock (org_id, person_id);
create unique index file_lock_member on file_lock (org_id, person_id, member_id)
  where state <> 'lifted' and member_id is not null;
create unique index file_lock_worker on file_lock (org_id, person_id, worker_id)
  where state <> 'lifted' and worker_id is not null;
create unique index file_lock_organisation on file_lock (org_id, person_id, network_organisation_id)
  where state <> 'lifted' and network_organisation_id is not null;

create table file_lock_step (
  org_id uuid not null,
  id uuid not null,
  lock_id uuid not null,
  step text not null check (step in ('set', 'ask-lift', 'keep', 'lift')),
  words_sealed bytea not null,
  taken_by uuid not null,
  taken_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, lock_id) references file_lock (org_id, id),
  foreign key (org_id, taken_by) references member (org_id, id)
);
create index file_lock_step_lock on file_lock_step (org_id, lock_id, taken_at);

create table lock_reach (
  org_id uuid not null,
  barred_id uuid not null,
  hidden_id uuid not null,
  lock_id uuid not null,
  primary key (org_id, barred_id, hidden_id, lock_id),
  foreign key (org_id, lock_id) references file_lock (org_id, id)
);
create index lock_reach_hidden on lock_reach (org_id, hidden_id);
create index lock_reach_lock on lock_reach (org_id, lock_id);
`

const walled = ['file_lock', 'file_lock_step', 'lock_reach'] as const

/** By which columns a row is known to be about somebody. */
const about: Readonly<Record<string, readonly string[]>> = {
  person: ['id'],
  referral: ['id', 'person_id'],
  trajectory: ['id', 'person_id', 'referral_id', 'child_id'],
  'keys.data_key': ['owner_id'],
  action_plan: ['trajectory_id'],
  adversity_grid: ['trajectory_id'],
  closure: ['trajectory_id'],
  concern: ['trajectory_id', 'person_id'],
  consent: ['person_id', 'trajectory_id'],
  contact: ['trajectory_id'],
  draft: ['subject_id'],
  earlier_words: ['trajectory_id'],
  eligibility_decision: ['trajectory_id'],
  exception_ruling: ['trajectory_id'],
  extension: ['trajectory_id'],
  file_lock: ['person_id'],
  group_place: ['trajectory_id', 'person_id'],
  handover: ['trajectory_id'],
  household_member: ['person_id'],
  import_row: ['referral_id'],
  incident: ['trajectory_id', 'person_id'],
  intake: ['trajectory_id'],
  kindcheck: ['trajectory_id', 'person_id'],
  match: ['trajectory_id'],
  match_shortlist: ['trajectory_id'],
  match_wish: ['trajectory_id'],
  matching_meeting_change: ['trajectory_id'],
  matching_meeting_note: ['trajectory_id'],
  material_step: ['trajectory_id'],
  measure: ['trajectory_id'],
  meldcode: ['trajectory_id', 'person_id'],
  message: ['person_id', 'referral_id', 'trajectory_id'],
  parallel_care: ['trajectory_id'],
  pregnancy: ['trajectory_id'],
  programme_move: ['trajectory_id'],
  red_flag: ['trajectory_id'],
  red_flag_check: ['trajectory_id', 'person_id'],
  red_flag_review: ['trajectory_id', 'person_id'],
  referral_follow_up: ['referral_id'],
  referral_heard: ['id'],
  safe_contact_policy: ['person_id'],
  safety_plan: ['trajectory_id', 'person_id'],
  secret_home: ['person_id'],
  signal: ['trajectory_id'],
  signal_step: ['trajectory_id'],
  signal_watch: ['id'],
  task: ['person_id', 'referral_id', 'trajectory_id'],
  team_placement: ['trajectory_id'],
  trajectory_phase: ['trajectory_id'],
  webhook_delivery: ['referral_id'],
}

/** Rows that are about somebody because of the row they belong to. */
const under: readonly (readonly [table: string, column: string, parent: string])[] = [
  ['aftercare', 'concern_id', 'concern'],
  ['aftercare', 'contact_id', 'contact'],
  ['attendance', 'place_id', 'group_place'],
  ['check_in', 'match_id', 'match'],
  ['concern_step', 'concern_id', 'concern'],
  ['file_lock_step', 'lock_id', 'file_lock'],
  ['incident_notice', 'incident_id', 'incident'],
  ['match_choice', 'match_id', 'match'],
  ['match_step', 'match_id', 'match'],
  ['meldcode_entry', 'meldcode_id', 'meldcode'],
  ['meldcode_reader', 'meldcode_id', 'meldcode'],
  ['plan_action', 'plan_id', 'action_plan'],
  ['plan_decision', 'plan_id', 'action_plan'],
  ['plan_goal', 'plan_id', 'action_plan'],
  ['plan_review', 'plan_id', 'action_plan'],
]

/** Nobody from whom she is locked comes to stand beside her, watches over her or leads her group, whoever decides it. */
const barred = (table: string, id: string, hidden: string) => sql`exists (select from lock_reach r
  where r.org_id = ${sql.ref(`${table}.org_id`)} and r.barred_id = ${sql.ref(`${table}.${id}`)}
    and r.hidden_id = ${sql.ref(`${table}.${hidden}`)})`
const never: Readonly<Record<string, RawBuilder<unknown>>> = {
  trajectory: sql`state = 'closed' or not (${barred('trajectory', 'coordinator_id', 'person_id')}
    or ${barred('trajectory', 'worker_id', 'person_id')})`,
  match: sql`ended_on is not null or not ${barred('match', 'worker_id', 'trajectory_id')}`,
  match_shortlist: sql`until_day is not null or not ${barred('match_shortlist', 'worker_id', 'trajectory_id')}`,
  meldcode: sql`state = 'closed' or not ${barred('meldcode', 'handler_id', 'trajectory_id')}`,
  group_place: sql`ended_on is not null or not exists (select from group_facilitator f join lock_reach r
    on r.org_id = f.org_id and r.barred_id = f.worker_id and r.hidden_id = group_place.trajectory_id
    where f.org_id = group_place.org_id and f.group_id = group_place.group_id and f.until_day is null)`,
  group_facilitator: sql`until_day is not null or not exists (select from group_place p join lock_reach r
    on r.org_id = p.org_id and r.hidden_id = p.trajectory_id and r.barred_id = group_facilitator.worker_id
    where p.org_id = group_facilitator.org_id and p.group_id = group_facilitator.group_id and p.ended_on is null)`,
}

/** What is hidden from who asks; nothing from Naast's own jobs. Looked up once a query, not once a row. */
const hidden = sql`array(select hidden_id from lock_reach
    where org_id = nullif(current_setting('naast.org', true), '')::uuid
      and barred_id = nullif(current_setting('naast.viewer', true), '')::uuid)`

/** For every table with rows about somebody: no row that one of these columns says is under a lock for who asks. */
export async function lockPolicy(
  db: Kysely<unknown>,
  table: string,
  columns: readonly string[],
): Promise<void> {
  const [first, ...others] = columns
  if (first === undefined) throw new Error(`no column of ${table} says whom it is about`)
  // A column that is empty says nothing about anybody: `is not false`, not `is true`.
  const rule =
    others.length === 0
      ? sql`(${sql.ref(first)} <> all (${hidden})) is not false`
      : sql`not (array[${sql.join(columns.map((column) => sql.ref(column)))}] && ${hidden})`
  await restrict(db, table, 'not_locked', rule)
}

/** The first wall of every table: an organisation sees and writes its own rows, and whoever is in none sees nothing. */
export async function organisationPolicy(db: Kysely<unknown>, tables: readonly string[]): Promise<void> {
  const own = sql`org_id = (select nullif(current_setting('naast.org', true), '')::uuid)`
  for (const table of tables) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
    await sql`create policy organisation_only on ${sql.table(table)} using (${own}) with check (${own})`.execute(
      db,
    )
  }
}

/** For a table whose rows belong to a row of another one that has such a policy itself. */
export async function lockPolicyUnder(
  db: Kysely<unknown>,
  table: string,
  column: string,
  parent: string,
): Promise<void> {
  const own = sql.ref(`${table}.${column}`)
  await restrict(
    db,
    table,
    `not_locked_${parent}`,
    sql`${own} is null or ${hidden} = '{}' or exists (select from ${sql.table(parent)} as parent
      where parent.org_id = ${sql.ref(`${table}.org_id`)} and parent.id = ${own})`,
  )
}

const restrict = (db: Kysely<unknown>, table: string, name: string, rule: RawBuilder<unknown>) =>
  sql`create policy ${sql.id(name)} on ${sql.table(table)} as restrictive using (${rule}) with check (${rule})`.execute(
    db,
  )

export async function up(db: Kysely<unknown>): Promise<void> {
  await tables.execute(db)
  for (const name of walled) {
    const table = sql.table(name)
    await sql`alter table ${table} enable row level security`.execute(db)
    await sql`alter table ${table} force row level security`.execute(db)
    await sql`create policy organisation_only on ${table}
      using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
      with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))`.execute(db)
  }
  await sql`
    grant select, insert, update on file_lock to naast_work;
    grant select, insert on file_lock_step to naast_work;
    grant select, insert, delete on lock_reach to naast_work;`.execute(db)
  for (const [table, columns] of Object.entries(about)) await lockPolicy(db, table, columns)
  for (const [table, column, parent] of under) await lockPolicyUnder(db, table, column, parent)
  for (const [name, check] of Object.entries(never)) {
    const table = sql.table(name)
    await sql`create policy not_barred on ${table} as restrictive for insert with check (${check})`.execute(
      db,
    )
    await sql`create policy not_barred_later on ${table} as restrictive for update using (true) with check (${check})`.execute(
      db,
    )
  }
  const either = sql`not (person_ids && ${hidden}) and not (trajectory_ids && ${hidden})`
  await restrict(db, 'audit_event', 'not_locked', either)
}
