import { type Kysely, sql } from 'kysely'
import { organisationPolicy } from './0043-file-lock.ts'

/**
 * A worker's own calendar for the program on her phone (`docs/decisions/0027-a-neutral-calendar.md`). Only the hash of its
 * address is kept; one of hers is open at a time. What an organisation allows stands with the organisation.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
alter table organisation
  add column calendars text not null default 'usual' check (calendars in ('none', 'usual', 'all'));

create table calendar_feed (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  made_at timestamptz not null,
  ended_at timestamptz,
  last_fetched_at timestamptz,
  primary key (org_id, id),
  unique (org_id, token_hash),
  foreign key (org_id, member_id) references member (org_id, id)
);
create unique index calendar_feed_open on calendar_feed (org_id, member_id) where ended_at is null;

grant select, insert, update on calendar_feed to naast_work;
grant update (calendars) on organisation to naast_work;
  `.execute(db)
  await organisationPolicy(db, ['calendar_feed'])
}
