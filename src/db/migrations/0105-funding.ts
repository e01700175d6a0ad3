import { type Kysely, sql } from 'kysely'
import { organisationPolicy } from './0043-file-lock.ts'

/**
 * Which fund pays which part of a programme, and the hours that coordinators worked for it
 * (`docs/decisions/0039-which-fund-pays-what.md`). Nothing is written over: a later row counts on, and the last one
 * holds. Nothing of it is about a woman, and hours are of all coordinators of a programme together.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table funding_split (
  org_id uuid not null,
  id uuid not null,
  programme_id text not null check (length(programme_id) between 1 and 60),
  number int not null check (number > 0),
  from_month date not null check (extract(day from from_month) = 1),
  standing text not null check (standing in ('agreed', 'to_confirm')),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, programme_id, number),
  foreign key (org_id, set_by) references member (org_id, id)
);

create table funding_share (
  org_id uuid not null,
  id uuid not null,
  split_id uuid not null,
  funder_id text not null check (length(funder_id) between 1 and 60),
  places int not null check (places between 0 and 10000),
  hours int not null check (hours between 0 and 10000),
  primary key (org_id, id),
  unique (org_id, split_id, funder_id),
  foreign key (org_id, split_id) references funding_split (org_id, id)
);

create table coordinator_hours (
  org_id uuid not null,
  id uuid not null,
  programme_id text not null check (length(programme_id) between 1 and 60),
  month date not null check (extract(day from month) = 1),
  number int not null check (number > 0),
  minutes int not null check (minutes between 0 and 600000),
  people int not null check (people between 0 and 100),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, programme_id, month, number),
  foreign key (org_id, set_by) references member (org_id, id),
  check ((minutes = 0) = (people = 0))
);

grant select, insert on funding_split, funding_share, coordinator_hours to naast_work;
`.execute(db)
  await organisationPolicy(db, ['funding_split', 'funding_share', 'coordinator_hours'])
}
