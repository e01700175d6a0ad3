import { type Kysely, sql } from 'kysely'

/**
 * That somebody let a running trajectory go on under a newer version of its programme: from which, to which, who and
 * when. A trajectory keeps its version unless there is such a line.
 */
const changes = sql`
create table programme_move (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  from_version text not null,
  to_version text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id),
  check (from_version <> to_version)
);
create index programme_move_trajectory on programme_move (org_id, trajectory_id);
alter table programme_move enable row level security;
alter table programme_move force row level security;
create policy organisation_only on programme_move
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert on programme_move to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
}
