import { type Kysely, sql } from 'kysely'
import { organisationPolicy } from './0043-file-lock.ts'

/**
 * That a holder lets this organisation ask a questionnaire (`docs/decisions/0034-asking-from-the-shelf.md`). Who gave it
 * may be a person: that and the reference are sealed under a key of their own. Nothing is written over: a permission is
 * withdrawn, and another is kept.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table instrument_permission (
  org_id uuid not null,
  id uuid not null,
  instrument_id text not null check (length(instrument_id) <= 60),
  terms_sealed bytea not null,
  from_day date not null,
  until_day date not null,
  kept_by uuid not null,
  kept_at timestamptz not null,
  withdrawn_on date,
  withdrawn_by uuid,
  primary key (org_id, id),
  foreign key (org_id, kept_by) references member (org_id, id),
  foreign key (org_id, withdrawn_by) references member (org_id, id),
  check (until_day >= from_day),
  check ((withdrawn_on is null) = (withdrawn_by is null))
);
create index instrument_permission_of on instrument_permission (org_id, instrument_id);
grant select, insert, update on instrument_permission to naast_work;
`.execute(db)
  await organisationPolicy(db, ['instrument_permission'])
}
