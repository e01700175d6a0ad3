import { type Kysely, sql } from 'kysely'
import { lockPolicy, organisationPolicy } from './0043-file-lock.ts'
import { awayPolicy } from './0063-retention.ts'

/**
 * Whom she can lean on, as she sees it (`docs/decisions/0041-circle-of-support.md`): every version of everybody in her
 * circle, and each time on how many she said she can rely. Both are sealed under her key and only ever added to; who is
 * in it no more has a version that says nothing. Apart from `person_around`, which nobody who writes here reads.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table supporter_version (
  org_id uuid not null,
  id uuid not null,
  supporter_id uuid not null,
  number int not null check (number > 0),
  trajectory_id uuid not null,
  told_sealed bytea,
  said_on date not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, supporter_id, number),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, written_by) references member (org_id, id),
  check (number > 1 or told_sealed is not null)
);
create index supporter_version_trajectory on supporter_version (org_id, trajectory_id, said_on);

create table reliance (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  moment text check (length(moment) <= 10),
  answer_sealed bytea not null,
  said_on date not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, asked_by) references member (org_id, id)
);
create index reliance_trajectory on reliance (org_id, trajectory_id, said_on);

grant select, insert on supporter_version, reliance to naast_work;
`.execute(db)
  await organisationPolicy(db, ['supporter_version', 'reliance'])
  for (const table of ['supporter_version', 'reliance']) {
    await lockPolicy(db, table, ['trajectory_id'])
    await awayPolicy(db, table, ['trajectory_id'])
  }
}
