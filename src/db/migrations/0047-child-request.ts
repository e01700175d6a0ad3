import { type Kysely, sql } from 'kysely'
import { lockPolicy, lockPolicyUnder, organisationPolicy } from './0043-file-lock.ts'

/**
 * Somebody asks for the file of a child. Until it is certain who asks and with what authority, no file stands in it; what
 * he said is sealed under a key of its own. Each step is kept with who took it, and none is ever changed.
 */
const changes = sql`
create table child_request (
  org_id uuid not null references organisation (id),
  id uuid not null,
  state text not null check (state in ('received', 'identified', 'authorised', 'safe', 'prepared', 'approved',
    'delivered', 'refused', 'withdrawn')),
  requester text not null check (requester in ('parent', 'guardian', 'lawyer', 'authority', 'other')),
  asked_sealed bytea not null,
  received_on date not null,
  answer_by date not null,
  person_id uuid,
  trajectory_id uuid,
  words_sealed bytea,
  approved_by uuid[] not null default '{}',
  version int not null default 1,
  created_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  check (state in ('received', 'identified', 'refused', 'withdrawn') or person_id is not null),
  check (state not in ('prepared', 'approved', 'delivered') or words_sealed is not null),
  check (state not in ('approved', 'delivered') or cardinality(approved_by) >= 2)
);
create index child_request_open on child_request (org_id, answer_by)
  where state not in ('delivered', 'refused', 'withdrawn');

create table child_request_step (
  org_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  kind text not null check (kind in ('received', 'identify', 'authorise', 'find_safe', 'prepare', 'approve', 'deliver',
    'refuse', 'withdraw', 'extend')),
  code text,
  words_sealed bytea,
  taken_by uuid not null,
  taken_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, request_id) references child_request (org_id, id),
  foreign key (org_id, taken_by) references member (org_id, id)
);
create index child_request_step_order on child_request_step (org_id, request_id, taken_at);
create index person_child_born on person (org_id, birth_day_print) where kind = 'child';

grant select, insert, update on child_request to naast_work;
grant select, insert on child_request_step to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
  await organisationPolicy(db, ['child_request', 'child_request_step'])
  await lockPolicy(db, 'child_request', ['person_id', 'trajectory_id'])
  await lockPolicyUnder(db, 'child_request_step', 'request_id', 'child_request')
}
