import { type Kysely, sql } from 'kysely'
import { lockPolicy, organisationPolicy } from './0043-file-lock.ts'
import { awayPolicy } from './0063-retention.ts'

/**
 * The first messages to a mother: a reminder of a visit, which stands and falls with that visit and is only sent where
 * she and her worker switched it on; and letters, which a person prints and posts. Each print is kept with who and when,
 * and why if it was not the first.
 */
const changes = sql`
alter table message
  add column contact_id uuid,
  add column visit_on date,
  add column visit_at time,
  add column settled_by uuid,
  add foreign key (org_id, contact_id) references contact (org_id, id),
  add foreign key (org_id, settled_by) references member (org_id, id);
create index message_of_trajectory on message (org_id, trajectory_id) where trajectory_id is not null;

create table letter_print (
  org_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  person_id uuid not null,
  reason_code text check (reason_code in ('printer_failed', 'spoiled_destroyed', 'lost_in_office')),
  printed_by uuid not null,
  printed_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, message_id) references message (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, printed_by) references member (org_id, id)
);
create index letter_print_message on letter_print (org_id, message_id);
create unique index letter_print_first on letter_print (org_id, message_id) where reason_code is null;

create table reminder (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  person_id uuid not null,
  channel text not null check (channel in ('email', 'text')),
  from_at timestamptz not null,
  from_by uuid not null,
  until_at timestamptz,
  until_by uuid,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, from_by) references member (org_id, id),
  foreign key (org_id, until_by) references member (org_id, id),
  check ((until_at is null) = (until_by is null))
);
create unique index reminder_on on reminder (org_id, trajectory_id) where until_at is null;

grant select, insert on letter_print to naast_work;
grant select, insert, update on reminder to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
  await organisationPolicy(db, ['letter_print', 'reminder'])
  await lockPolicy(db, 'letter_print', ['person_id'])
  await lockPolicy(db, 'reminder', ['trajectory_id', 'person_id'])
  await awayPolicy(db, 'letter_print', ['person_id'])
  await awayPolicy(db, 'reminder', ['trajectory_id', 'person_id'])
}
