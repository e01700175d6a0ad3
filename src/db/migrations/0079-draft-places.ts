import { type Kysely, sql } from 'kysely'

/** A draft for each place it is typed in: two phones, or two windows, no longer write over each other. */
const places = sql`
alter table draft
  add column place text not null default 'here' check (place ~ '^[a-z0-9-]{1,40}$'),
  drop constraint draft_org_id_member_id_form_subject_id_key;
alter table draft add constraint draft_place_key unique (org_id, member_id, form, subject_id, place);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await places.execute(db)
}
