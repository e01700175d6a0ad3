import { type Kysely, sql } from 'kysely'

/**
 * That somebody whose role it is was asked to set one rule aside for one woman, and what she answered. It was weighed
 * on the answers of one version of the intake: once those change it counts no longer.
 */
const changes = sql`
create table exception_ruling (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  rule text not null,
  decider text not null check (decider in ('manager', 'safeguarding_lead')),
  intake_version int not null,
  argument_sealed bytea not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  outcome text check (outcome in ('allowed', 'refused')),
  reason_sealed bytea,
  decided_by uuid,
  decided_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, asked_by) references member (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id),
  unique (org_id, trajectory_id, rule, intake_version),
  check ((outcome is null) = (decided_at is null)),
  check ((outcome is null) = (decided_by is null))
);
create index exception_ruling_open on exception_ruling (org_id, decider) where outcome is null;
alter table exception_ruling enable row level security;
alter table exception_ruling force row level security;
create policy organisation_only on exception_ruling
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert, update on exception_ruling to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
}
