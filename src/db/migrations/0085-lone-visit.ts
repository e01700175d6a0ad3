import { type Kysely, sql } from 'kysely'
import { lockPolicy, organisationPolicy } from './0043-file-lock.ts'
import { awayPolicy } from './0063-retention.ts'

/**
 * Going somewhere alone: until when a worker is inside, what the server's clock asks and whom it then calls. Where she
 * stands follows from the times in her row, so that nothing is lost when a process ends between two steps. The alert is
 * a row of its own: she never reads it, whatever her roles. Her two words are kept as hashes only.
 */
const changes = sql`
alter table organisation add column on_call_phone text;
grant update (on_call_phone) on organisation to naast_work;

create table lone_words (
  org_id uuid not null,
  id uuid not null,
  worker_id uuid not null,
  safe_hash text not null,
  duress_hash text not null,
  set_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, worker_id),
  foreign key (org_id, worker_id) references worker (org_id, id)
);

create table lone_visit (
  org_id uuid not null,
  id uuid not null,
  worker_id uuid not null,
  member_id uuid not null,
  trajectory_id uuid not null,
  person_id uuid not null,
  contact_id uuid,
  place text not null check (place in ('home', 'elsewhere')),
  where_sealed bytea,
  beside text check (beside in ('colleague', 'professional', 'coordinator')),
  on_day date not null,
  began_at timestamptz not null,
  expected_at timestamptz not null,
  grace_minutes int not null check (grace_minutes between 1 and 120),
  ended_at timestamptz,
  asked_for timestamptz,
  wrong_words int not null default 0,
  wrong_at timestamptz,
  duress_at timestamptz,
  next_at timestamptz,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, contact_id) references contact (org_id, id),
  check (expected_at > began_at),
  check (ended_at is null or ended_at >= began_at)
);
create unique index lone_visit_one on lone_visit (org_id, worker_id) where ended_at is null;
create index lone_visit_due on lone_visit (org_id, next_at) where next_at is not null;
create index lone_visit_day on lone_visit (org_id, on_day);
create index lone_visit_worker on lone_visit (org_id, worker_id, began_at);

create table lone_alert (
  org_id uuid not null,
  id uuid not null,
  lone_visit_id uuid not null,
  worker_id uuid not null,
  trajectory_id uuid not null,
  person_id uuid not null,
  because text not null check (because in ('overdue', 'wrong_words', 'duress')),
  cause_at timestamptz not null,
  state text not null check (state in ('raised', 'taken_up', 'stood_down', 'closed')),
  raised_at timestamptz not null,
  ask_next_at timestamptz,
  taken_by uuid,
  opened_at timestamptz,
  reviewed_by uuid,
  reviewed_at timestamptz,
  review_code text check (review_code in ('justified', 'not_justified')),
  outcome text check (outcome in ('spoke_with_her', 'someone_went', 'emergency_services', 'by_mistake')),
  ended_at timestamptz,
  version int not null default 1,
  primary key (org_id, id),
  unique (org_id, lone_visit_id),
  foreign key (org_id, lone_visit_id) references lone_visit (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, taken_by) references member (org_id, id),
  foreign key (org_id, reviewed_by) references member (org_id, id),
  check ((state in ('stood_down', 'closed')) = (ended_at is not null)),
  check ((state = 'closed') = (outcome is not null)),
  check (state <> 'taken_up' or taken_by is not null),
  check ((reviewed_by is null) = (reviewed_at is null)),
  check ((reviewed_by is null) = (review_code is null))
);
create index lone_alert_open on lone_alert (org_id, raised_at) where state in ('raised', 'taken_up');
create index lone_alert_review on lone_alert (org_id, opened_at) where opened_at is not null and reviewed_at is null;

create table lone_alert_step (
  org_id uuid not null,
  id uuid not null,
  lone_alert_id uuid not null,
  person_id uuid not null,
  trajectory_id uuid not null,
  kind text not null check (kind in
    ('raised', 'asked', 'nobody_on_call', 'nobody_left', 'taken_up', 'address_opened', 'stood_down', 'told_over', 'closed')),
  code text,
  taken_by uuid,
  asked_id uuid,
  message_id uuid,
  taken_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, lone_alert_id) references lone_alert (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, taken_by) references member (org_id, id),
  foreign key (org_id, asked_id) references member (org_id, id),
  foreign key (org_id, message_id) references message (org_id, id)
);
create index lone_alert_step_order on lone_alert_step (org_id, lone_alert_id, taken_at);

create table never_alone (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  person_id uuid not null,
  code text not null check (code in ('violence_there', 'dog', 'place_unsafe', 'first_visit', 'other')),
  from_day date not null,
  set_by uuid not null,
  until_day date,
  ended_by uuid,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, set_by) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check ((until_day is null) = (ended_by is null))
);
create unique index never_alone_one on never_alone (org_id, trajectory_id) where until_day is null;

grant select, insert, update on lone_words, lone_visit, lone_alert, never_alone to naast_work;
grant select, insert on lone_alert_step to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
  await organisationPolicy(db, ['lone_words', 'lone_visit', 'lone_alert', 'lone_alert_step', 'never_alone'])
  for (const table of ['lone_visit', 'lone_alert', 'lone_alert_step', 'never_alone']) {
    await lockPolicy(db, table, ['trajectory_id', 'person_id'])
    await awayPolicy(db, table, ['trajectory_id', 'person_id'])
  }
}
