import { type Kysely, sql } from 'kysely'

/**
 * The access log as a chain: each seal holds a piece of it and the seal before (`domain/audit/seal.ts`). Seals are only
 * ever added. They hold no line themselves, so what is kept no longer can go while its seal stays.
 */
const seals = sql`
create table audit_seal (
  org_id uuid not null references organisation (id),
  number int not null check (number > 0),
  previous text not null,
  after_id uuid,
  until_id uuid not null,
  lines int not null check (lines > 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  signature bytea not null,
  sealed_at timestamptz not null,
  primary key (org_id, number)
);
alter table audit_seal enable row level security;
alter table audit_seal force row level security;
create policy organisation_only on audit_seal
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert on audit_seal to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await seals.execute(db)
}
