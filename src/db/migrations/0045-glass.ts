import { type Kysely, sql } from 'kysely'
import { lockPolicy, organisationPolicy } from './0043-file-lock.ts'

/**
 * Emergency access to one woman's file (security design 3.2). Until when it is open is set and held against by the clock
 * of the database alone, whatever the clock of the server that asks. A lock on her file beats it: the row itself is
 * hidden from whom it bars.
 */
const tables = sql`
alter table organisation add column glass_per_week int not null default 3 check (glass_per_week between 0 and 20);
grant update (glass_per_week) on organisation to naast_work;

create table break_glass (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  person_id uuid not null,
  category text not null,
  words_sealed bytea not null,
  opened_at timestamptz not null,
  shuts_at timestamptz not null default clock_timestamp() + interval '60 minutes',
  review_by timestamptz not null,
  ended_at timestamptz,
  reviewed_by uuid,
  reviewed_at timestamptz,
  outcome text check (outcome in ('justified', 'not_justified')),
  note_sealed bytea,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, reviewed_by) references member (org_id, id),
  check (num_nonnulls(reviewed_by, reviewed_at, outcome, note_sealed) in (0, 4)),
  check (reviewed_by <> member_id)
);
create index break_glass_member on break_glass (org_id, member_id, opened_at);
create index break_glass_unreviewed on break_glass (org_id, opened_at) where reviewed_at is null;
grant select, insert, update on break_glass to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await tables.execute(db)
  await organisationPolicy(db, ['break_glass'])
  await lockPolicy(db, 'break_glass', ['person_id'])
}
