import { type Kysely, sql } from 'kysely'
import { lockPolicy, lockPolicyUnder, organisationPolicy } from './0043-file-lock.ts'
import { awayPolicy, awayPolicyUnder } from './0063-retention.ts'

/**
 * A person asks for what is kept about herself. Until it is certain who asks, no file stands in it; what she said and what
 * she gets is sealed under a key of the request's own. Each step is kept with who took it, and none is ever changed.
 */
const changes = sql`
create table person_request (
  org_id uuid not null references organisation (id),
  id uuid not null,
  state text not null check (state in ('received', 'identified', 'found', 'prepared', 'approved', 'handed_on',
    'delivered', 'settled', 'answered', 'refused', 'withdrawn')),
  right_code text not null check (right_code in ('access', 'portability', 'rectify', 'erase', 'restrict', 'object')),
  subject text not null check (subject in ('mother', 'worker', 'referrer', 'partner')),
  asked_sealed bytea not null,
  received_on date not null,
  answer_by date not null,
  person_id uuid,
  member_id uuid,
  copy_sealed bytea,
  words_sealed bytea,
  approved_by uuid[] not null default '{}',
  version int not null default 1,
  created_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id),
  check (num_nonnulls(person_id, member_id) <= 1),
  check (subject <> 'partner' or num_nonnulls(person_id, member_id) = 0),
  check (state in ('received', 'identified', 'answered', 'refused', 'withdrawn')
    or num_nonnulls(person_id, member_id) = 1),
  check (state not in ('prepared', 'approved', 'delivered') or copy_sealed is not null),
  check (state not in ('approved', 'delivered') or cardinality(approved_by) >= 2)
);
create index person_request_open on person_request (org_id, answer_by)
  where state in ('received', 'identified', 'found', 'prepared', 'approved', 'handed_on');
create index person_request_person on person_request (org_id, person_id) where person_id is not null;

create table person_request_step (
  org_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  kind text not null check (kind in ('received', 'identify', 'find', 'prepare', 'approve', 'deliver', 'hand_on',
    'settle', 'answer', 'refuse', 'withdraw', 'extend')),
  code text,
  words_sealed bytea,
  taken_by uuid not null,
  taken_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, request_id) references person_request (org_id, id),
  foreign key (org_id, taken_by) references member (org_id, id)
);
create index person_request_step_order on person_request_step (org_id, request_id, taken_at);

grant select, insert, update on person_request to naast_work;
grant select, insert on person_request_step to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
  await organisationPolicy(db, ['person_request', 'person_request_step'])
  await lockPolicy(db, 'person_request', ['person_id'])
  await lockPolicyUnder(db, 'person_request_step', 'request_id', 'person_request')
  await awayPolicy(db, 'person_request', ['person_id'])
  await awayPolicyUnder(db, 'person_request_step', 'request_id', 'person_request')
}
