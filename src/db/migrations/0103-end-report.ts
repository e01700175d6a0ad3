import { type Kysely, sql } from 'kysely'
import { lockPolicy, lockPolicyUnder, organisationPolicy } from './0043-file-lock.ts'
import { awayPolicy, awayPolicyUnder } from './0063-retention.ts'

/**
 * The end-of-service report (`docs/decisions/0038-end-of-service-report.md`): what came of her goals, in her words and
 * the coach's, sealed under her key. Who wrote in it, sent it in and judged it stands beside it and is only ever added to.
 * Once approved a report is never written again; what has to be put right is a report with the next number.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table end_report (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  plan_id uuid,
  number int not null check (number > 0),
  state text not null check (state in ('draft', 'submitted', 'approved')),
  content_sealed bytea not null,
  begun_by uuid not null,
  begun_at timestamptz not null,
  approved_on date,
  version int not null default 1,
  primary key (org_id, id),
  unique (org_id, trajectory_id, number),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, plan_id) references action_plan (org_id, id),
  foreign key (org_id, begun_by) references member (org_id, id),
  check ((state = 'approved') = (approved_on is not null))
);
create unique index end_report_open on end_report (org_id, trajectory_id) where state <> 'approved';

create table end_report_step (
  org_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  step text not null check (step in ('write', 'submit', 'approve', 'send-back')),
  reason_code text,
  taken_on date not null,
  taken_by uuid not null,
  taken_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, report_id) references end_report (org_id, id),
  foreign key (org_id, taken_by) references member (org_id, id)
);
create index end_report_step_report on end_report_step (org_id, report_id, taken_at);

-- Not even by mistake: what was approved is as it was.
create policy only_open on end_report as restrictive for update to naast_work
  using (state <> 'approved') with check (true);
grant select, insert, update on end_report to naast_work;
grant select, insert on end_report_step to naast_work;
`.execute(db)
  await organisationPolicy(db, ['end_report', 'end_report_step'])
  await lockPolicy(db, 'end_report', ['trajectory_id'])
  await awayPolicy(db, 'end_report', ['trajectory_id'])
  await lockPolicyUnder(db, 'end_report_step', 'report_id', 'end_report')
  await awayPolicyUnder(db, 'end_report_step', 'report_id', 'end_report')
}
