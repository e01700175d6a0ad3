import { type Kysely, sql } from 'kysely'

/**
 * What matching knows besides: how long somebody is on the way, by an organisation's own list; how a worker goes; whose
 * home nobody may find; and for which two the safeguarding lead said whether they may meet, by a keyed hash of both, so
 * that no row tells who they are.
 */
const wall = (table: string) => sql`
alter table ${sql.ref(table)} enable row level security;
alter table ${sql.ref(table)} force row level security;
create policy organisation_only on ${sql.ref(table)}
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert, update on ${sql.ref(table)} to naast_work;
`

const tables = sql`
alter table worker add column travels text[] not null default '{}';

create table travel_time (
  org_id uuid not null references organisation (id),
  id uuid not null,
  from_area text not null check (from_area ~ '^[1-9][0-9]{3}$'),
  to_area text not null check (to_area ~ '^[1-9][0-9]{3}$'),
  mode text not null check (mode in ('walk', 'bike', 'transit', 'car')),
  minutes int not null check (minutes between 0 and 600),
  primary key (org_id, id),
  unique (org_id, from_area, to_area, mode)
);

create table secret_home (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  from_day date not null,
  until_day date,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id)
);
create unique index secret_home_live on secret_home (org_id, person_id) where until_day is null;

create table avoidance_ruling (
  org_id uuid not null references organisation (id),
  id uuid not null,
  pair_print bytea not null,
  verdict text not null check (verdict in ('apart', 'together')),
  ruled_by uuid,
  ruled_at timestamptz not null,
  ended_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, ruled_by) references member (org_id, id)
);
create unique index avoidance_ruling_live on avoidance_ruling (org_id, pair_print) where ended_at is null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await tables.execute(db)
  for (const table of ['travel_time', 'secret_home', 'avoidance_ruling']) await wall(table).execute(db)
}
