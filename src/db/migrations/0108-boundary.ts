import { type Kysely, sql } from 'kysely'
import { organisationPolicy } from './0043-file-lock.ts'

/**
 * Boundaries of municipalities and districts, as an administrator read them in, for maps of counts. Nothing of anybody
 * stands in them: spots are whole metres on a flat map, and a frame says which areas a map needs.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table boundary_set (
  org_id uuid not null,
  id uuid not null,
  level text not null check (level in ('municipality', 'district')),
  source text not null check (length(source) between 1 and 200),
  year int not null check (year between 1995 and 2100),
  regions int not null check (regions > 0),
  left_out int not null check (left_out >= 0),
  loaded_by uuid not null,
  loaded_on date not null,
  primary key (org_id, id),
  unique (org_id, level),
  foreign key (org_id, loaded_by) references member (org_id, id)
);
create table boundary (
  org_id uuid not null,
  set_id uuid not null,
  code text not null check (code ~ '^(GM[0-9]{4}|WK[0-9]{6})$'),
  name text not null check (length(name) between 1 and 100),
  rings jsonb not null,
  left_edge int not null,
  top_edge int not null,
  right_edge int not null,
  bottom_edge int not null,
  primary key (org_id, code),
  foreign key (org_id, set_id) references boundary_set (org_id, id) on delete cascade
);
create index boundary_of on boundary (org_id, set_id);
grant select, insert, delete on boundary_set to naast_work;
grant select, insert, delete on boundary to naast_work;
`.execute(db)
  await organisationPolicy(db, ['boundary_set', 'boundary'])
}
