import { type Kysely, sql } from 'kysely'
import { organisationPolicy } from './0043-file-lock.ts'

/**
 * Which conversation sheet was used in a visit or a session, in which version; and an organisation's own sheets, or those
 * of somebody whose licence it holds (`docs/decisions/0033-own-sheets.md`). What a sheet says is sealed under a key of its
 * own: it may be somebody's property, and it names who reads a language. A published version is never written again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
alter table contact add column sheet_id text check (length(sheet_id) <= 60), add column sheet_version int,
  add check ((sheet_id is null) = (sheet_version is null));
alter table group_session add column sheet_id text check (length(sheet_id) <= 60), add column sheet_version int,
  add check ((sheet_id is null) = (sheet_version is null));

create table sheet_licence (
  org_id uuid not null,
  id uuid not null,
  terms_sealed bytea not null,
  from_day date not null,
  until_day date not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, added_by) references member (org_id, id),
  check (until_day >= from_day)
);

create table own_sheet (
  org_id uuid not null,
  id uuid not null,
  programme_id text not null check (length(programme_id) <= 60),
  licence_id uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  ended_on date,
  ended_by uuid,
  primary key (org_id, id),
  foreign key (org_id, licence_id) references sheet_licence (org_id, id),
  foreign key (org_id, made_by) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check ((ended_on is null) = (ended_by is null))
);
create index own_sheet_programme on own_sheet (org_id, programme_id) where ended_on is null;

create table own_sheet_version (
  org_id uuid not null,
  sheet_id uuid not null,
  number int not null check (number > 0),
  state text not null check (state in ('draft', 'published')),
  content_sealed bytea not null,
  written_by uuid not null,
  written_at timestamptz not null,
  published_by uuid,
  published_on date,
  version int not null default 1,
  primary key (org_id, sheet_id, number),
  foreign key (org_id, sheet_id) references own_sheet (org_id, id),
  foreign key (org_id, written_by) references member (org_id, id),
  foreign key (org_id, published_by) references member (org_id, id),
  check ((state = 'published') = (published_by is not null)),
  check ((published_by is null) = (published_on is null))
);
create unique index own_sheet_one_draft on own_sheet_version (org_id, sheet_id) where state = 'draft';

-- Not even by mistake: only a draft can be written at.
create policy only_drafts on own_sheet_version as restrictive for update to naast_work
  using (state = 'draft') with check (true);
grant select, insert on sheet_licence to naast_work;
grant select, insert, update on own_sheet, own_sheet_version to naast_work;
`.execute(db)
  await organisationPolicy(db, ['sheet_licence', 'own_sheet', 'own_sheet_version'])
}
