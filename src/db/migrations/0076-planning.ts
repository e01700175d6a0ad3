import { type Kysely, sql } from 'kysely'
import { lockPolicy, organisationPolicy } from './0043-file-lock.ts'
import { awayPolicy } from './0063-retention.ts'

/**
 * Planning visits: one that is left out has a reason of its own and is no cancellation; one that she said yes to says so;
 * and an agreed day that is moved leaves behind what it was and who asked for it, as her partner asking is a safety fact.
 */
const changes = sql`
alter table contact
  add column skip_reason text check (skip_reason in ('not_needed', 'holiday', 'illness', 'worker_away', 'birth', 'seen_elsewhere',
    'other')),
  add column confirmed_on date,
  add check (skip_reason is null or state = 'skipped');
create index contact_planned_on on contact (org_id, planned_on) where planned_on is not null;

create table contact_move (
  org_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  trajectory_id uuid not null,
  was_on date not null,
  was_at time,
  to_on date not null,
  to_at time,
  asked_by text check (asked_by in ('mother', 'worker', 'partner', 'other')),
  moved_by uuid,
  moved_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, contact_id) references contact (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, moved_by) references member (org_id, id)
);
create index contact_move_contact on contact_move (org_id, contact_id);

grant select, insert on contact_move to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
  await organisationPolicy(db, ['contact_move'])
  await lockPolicy(db, 'contact_move', ['trajectory_id'])
  await awayPolicy(db, 'contact_move', ['trajectory_id'])
}
