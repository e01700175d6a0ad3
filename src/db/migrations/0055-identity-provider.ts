import { type Kysely, sql } from 'kysely'

const walled = (table: string) => sql`
alter table ${sql.table(table)} enable row level security;
alter table ${sql.table(table)} force row level security;
create policy organisation_only on ${sql.table(table)}
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert, update on ${sql.table(table)} to naast_work;
`

/**
 * Signing in where a member works, at a municipality. Who she is there is what its server calls her (`subject`), sealed,
 * and never her e-mail address. She ties it to her account herself, while she is in; nobody else can.
 */
const tables = sql`
create table identity_provider (
  org_id uuid not null references organisation (id),
  id uuid not null,
  label text not null,
  issuer text not null,
  client_id text not null,
  secret_sealed bytea not null,
  acr text[] not null,
  amr text[] not null,
  created_at timestamptz not null,
  created_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (org_id, id),
  foreign key (org_id, created_by) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check (cardinality(acr) + cardinality(amr) > 0)
);
create table member_identity (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  provider_id uuid not null,
  subject_sealed bytea not null,
  linked_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id),
  foreign key (org_id, provider_id) references identity_provider (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id)
);
create unique index member_identity_once on member_identity (org_id, provider_id, member_id) where ended_at is null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await tables.execute(db)
  for (const table of ['identity_provider', 'member_identity']) await walled(table).execute(db)
}
