import { type Kysely, sql } from 'kysely'

/**
 * A warm handover: she, who stood beside her and the party that goes on sit down together, and later somebody checks
 * that help really started there. The check is a task, answered in the same words as when the desk sent somebody on.
 */
const changes = sql`
create table handover (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  network_organisation_id uuid,
  party_sealed bytea not null,
  talk_on date not null,
  arranged_by uuid not null,
  arranged_at timestamptz not null,
  held_on date,
  held_by uuid,
  held_at timestamptz,
  check_on date,
  task_id uuid,
  answer text check (answer in ('started', 'not_started', 'not_reached')),
  answered_by uuid,
  answered_at timestamptz,
  dropped_on date,
  dropped_code text,
  dropped_by uuid,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, network_organisation_id) references network_organisation (org_id, id),
  foreign key (org_id, task_id) references task (org_id, id),
  foreign key (org_id, arranged_by) references member (org_id, id),
  foreign key (org_id, held_by) references member (org_id, id),
  foreign key (org_id, answered_by) references member (org_id, id),
  foreign key (org_id, dropped_by) references member (org_id, id),
  check ((held_on is null) = (held_at is null) and (held_on is null) = (check_on is null)),
  check ((answer is null) = (answered_at is null)),
  check ((dropped_on is null) = (dropped_code is null)),
  check (dropped_on is null or held_on is null)
);
create index handover_trajectory on handover (org_id, trajectory_id, talk_on);
alter table handover enable row level security;
alter table handover force row level security;
create policy organisation_only on handover
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert, update on handover to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
}
