import { type Kysely, sql } from 'kysely'
import { organisationPolicy } from './0043-file-lock.ts'

/**
 * The ledger of counts that left (`docs/decisions/0035-disclosure-control.md`). A pack is frozen with its hash; what was
 * counted for it stands beside it, sealed, for every later release is held against it. No line of it is of a woman, and
 * it stays when files are erased. Once released, or dropped, a row is never written again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table report_release (
  org_id uuid not null,
  id uuid not null,
  template_id text not null check (length(template_id) between 1 and 60),
  template_version int not null check (template_version > 0),
  from_day date not null,
  to_day date not null,
  recipient text not null check (length(recipient) between 1 and 60),
  state text not null check (state in ('prepared', 'released', 'dropped')),
  after_number int not null check (after_number >= 0),
  number int check (number > 0),
  pack text not null,
  pack_sha256 bytea not null check (octet_length(pack_sha256) = 32),
  counted_sealed bytea not null,
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  version int not null default 1,
  primary key (org_id, id),
  unique (org_id, number),
  foreign key (org_id, prepared_by) references member (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id),
  check (from_day <= to_day),
  check ((state = 'prepared') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check ((state = 'released') = (number is not null)),
  check (state <> 'released' or decided_by <> prepared_by)
);
create index report_release_prepared_at on report_release (org_id, prepared_at);

-- Not even by mistake: what left is as it was.
create policy only_prepared on report_release as restrictive for update to naast_work
  using (state = 'prepared') with check (true);
grant select, insert, update on report_release to naast_work;
`.execute(db)
  await organisationPolicy(db, ['report_release'])
}
