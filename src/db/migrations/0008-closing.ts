import { type Kysely, sql } from 'kysely'

/**
 * What closing, measuring, consents and tasks need beyond the house's first tables: how a trajectory ended and what
 * was reached, the language of a message, why a measure was not taken, with whom may be shared (consent C-6, one class of party each), and why
 * a task could be put away. One live answer for each consent, kept so by an index.
 */
const changes = sql`
alter table consent add column party text;
create unique index consent_live on consent (
  org_id, person_id, code,
  coalesce(trajectory_id, '00000000-0000-0000-0000-000000000000'::uuid), coalesce(party, '')
) where superseded_at is null;

alter table measure add column declined_on date;
alter table measure add column declined_code text;
alter table measure add column language text;

alter table task add column done_code text;

alter table message add column language text not null default 'nl';

create table closure (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  reason_code text not null,
  result text not null check (result in ('completed', 'ended_early', 'not_started')),
  contacts_done int not null,
  evaluation text not null check (evaluation in ('taken', 'declined', 'not_possible', 'not_asked')),
  evaluation_code text,
  goals jsonb not null,
  words_sealed bytea,
  programme_version text not null,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, trajectory_id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id)
);
alter table closure enable row level security;
alter table closure force row level security;
create policy organisation_only on closure
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert on closure to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
}
