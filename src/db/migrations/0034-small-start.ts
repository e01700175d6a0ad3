import { type Kysely, sql } from 'kysely'

/**
 * That a coordinator asked to let a group begin with fewer women than its method asks, and what somebody who answers
 * for the programme said. It is about so many women: with fewer it has to be asked again.
 */
const changes = sql`
create table small_start (
  org_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  size int not null check (size > 0),
  reason_code text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answer text check (answer in ('allowed', 'refused')),
  answer_code text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, group_id) references "group" (org_id, id),
  foreign key (org_id, asked_by) references member (org_id, id),
  foreign key (org_id, answered_by) references member (org_id, id),
  check ((answer is null) = (answered_at is null)),
  check ((answer is null) = (answered_by is null)),
  check ((answer is null) = (answer_code is null))
);
create unique index small_start_open on small_start (org_id, group_id) where answer is null;
create index small_start_group on small_start (org_id, group_id, id);
alter table small_start enable row level security;
alter table small_start force row level security;
create policy organisation_only on small_start
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert, update on small_start to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
}
