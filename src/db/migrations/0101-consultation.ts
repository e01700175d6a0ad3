import { type Kysely, sql } from 'kysely'
import { lockPolicy, organisationPolicy } from './0043-file-lock.ts'
import { awayPolicy } from './0063-retention.ts'

/**
 * The view of an expert, asked about how to go on with her: without her name, or with it where she agreed, and then what
 * was told stands in the ledger of sharing. Question and advice are sealed under her key.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table consultation (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  kind text not null check (length(kind) <= 60),
  network_organisation_id uuid,
  party_sealed bytea,
  question_sealed bytea not null,
  telling text not null check (telling in ('anonymous', 'named')),
  sharing_id uuid,
  asked_on date not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answered_on date,
  advice_sealed bytea,
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
  foreign key (org_id, sharing_id) references sharing (org_id, id),
  foreign key (org_id, task_id) references task (org_id, id),
  foreign key (org_id, asked_by) references member (org_id, id),
  foreign key (org_id, stepped_by) references member (org_id, id),
  check (network_organisation_id is not null or party_sealed is not null),
  check ((telling = 'named') = (sharing_id is not null)),
  check (answered_on >= asked_on),
  check ((answered_on is null) = (advice_sealed is null)),
  check ((dropped_on is null) = (dropped_code is null)),
  check (dropped_on is null or answered_on is null),
  check ((stepped_by is null) = (stepped_at is null))
);
create index consultation_trajectory on consultation (org_id, trajectory_id, asked_on);
create index consultation_asked on consultation (org_id, asked_on);
grant select, insert, update on consultation to naast_work;
`.execute(db)
  await organisationPolicy(db, ['consultation'])
  await lockPolicy(db, 'consultation', ['trajectory_id'])
  await awayPolicy(db, 'consultation', ['trajectory_id'])
}
