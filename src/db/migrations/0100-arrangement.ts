import { type Kysely, sql } from 'kysely'
import { lockPolicy, organisationPolicy } from './0043-file-lock.ts'
import { awayPolicy } from './0063-retention.ts'

/**
 * Help that a party outside decides about: since when it was needed, when it was asked, applied for, decided, begun and
 * ended. For what, and of whom if they stand in no list, is sealed under her key. Somebody asks how it stands by a task.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table arrangement (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  kind text not null check (length(kind) <= 60),
  network_organisation_id uuid,
  party_sealed bytea,
  purpose_sealed bytea not null,
  needed_on date not null,
  asked_on date not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  applied_on date,
  decided_on date,
  decision text check (decision in ('granted', 'refused')),
  started_on date,
  ended_on date,
  dropped_on date,
  dropped_code text,
  check_on date,
  task_id uuid,
  stepped_by uuid,
  stepped_at timestamptz,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, network_organisation_id) references network_organisation (org_id, id),
  foreign key (org_id, task_id) references task (org_id, id),
  foreign key (org_id, asked_by) references member (org_id, id),
  foreign key (org_id, stepped_by) references member (org_id, id),
  check (network_organisation_id is not null or party_sealed is not null),
  check (needed_on <= asked_on and applied_on >= asked_on),
  check (decided_on >= coalesce(applied_on, asked_on) and started_on >= decided_on and ended_on >= started_on),
  check ((decided_on is null) = (decision is null)),
  check (started_on is null or decision = 'granted'),
  check (ended_on is null or started_on is not null),
  check ((dropped_on is null) = (dropped_code is null)),
  check (dropped_on is null or started_on is null),
  check ((stepped_by is null) = (stepped_at is null))
);
create index arrangement_trajectory on arrangement (org_id, trajectory_id, asked_on);
create index arrangement_asked on arrangement (org_id, asked_on);
grant select, insert, update on arrangement to naast_work;
`.execute(db)
  await organisationPolicy(db, ['arrangement'])
  await lockPolicy(db, 'arrangement', ['trajectory_id'])
  await awayPolicy(db, 'arrangement', ['trajectory_id'])
}
