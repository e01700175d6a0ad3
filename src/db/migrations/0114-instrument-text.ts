import { type Kysely, sql } from 'kysely'
import { organisationPolicy } from './0043-file-lock.ts'

/**
 * Texts of questionnaires that Naast may not give, as somebody who holds a licence loaded them
 * (`docs/decisions/0043-danger-first-texts-and-answers-in.md`). A permission says whether the texts may be kept here;
 * those of before it could be asked say that they may not. The texts are sealed under a key of their own for each
 * load, so that they can be destroyed; who loaded and who ended them stays.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
alter table instrument_permission
  add column text_terms text not null default 'own_form' check (text_terms in ('own_form', 'kept_here'));
create table instrument_text (
  org_id uuid not null,
  id uuid not null,
  instrument_id text not null check (length(instrument_id) <= 60),
  instrument_version text not null check (length(instrument_version) <= 20),
  language text not null check (language ~ '^[a-z]{2,3}$'),
  content_sealed bytea not null,
  loaded_by uuid not null,
  loaded_at timestamptz not null,
  ended_as text check (ended_as in ('replaced', 'destroyed')),
  ended_by uuid,
  ended_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, loaded_by) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check ((ended_as is null) = (ended_by is null) and (ended_as is null) = (ended_at is null))
);
create unique index instrument_text_current
  on instrument_text (org_id, instrument_id, instrument_version, language) where ended_as is null;
grant select, insert, update on instrument_text to naast_work;
`.execute(db)
  await organisationPolicy(db, ['instrument_text'])
}
