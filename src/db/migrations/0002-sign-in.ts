import { type Kysely, sql } from 'kysely'

/**
 * Sign-in stands before organisations: its schema is owned by the owner of the database and open to `naast_auth`
 * only, the role of the sign-in pool. Nothing in it names a person: `email` is a keyed hash of the address, codes
 * and networks are keyed hashes, second-step secrets are ciphertext; the key is outside the database.
 *
 * The first five tables are better-auth's (its names, in snake case); `started_at` and `seen_at` are ours.
 * `installation` says once and for all whether a database holds the demo's world; only the owner reads it.
 */
const tables = sql`
create schema auth;

create table auth.user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table auth.session (
  id text primary key,
  user_id text not null references auth.user (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index session_by_user on auth.session (user_id);

create table auth.account (
  id text primary key,
  user_id text not null references auth.user (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index account_user on auth.account (user_id);

create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_identifier on auth.verification (identifier);

create table auth.two_factor (
  id text primary key,
  user_id text not null unique references auth.user (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_verification_count int not null default 0,
  locked_until timestamptz
);

create table auth.membership (
  user_id text primary key references auth.user (id) on delete cascade,
  org_id uuid not null,
  member_id uuid not null,
  unique (org_id, member_id)
);

create table auth.code_used (
  user_id text not null references auth.user (id) on delete cascade,
  code_hash bytea not null,
  used_at timestamptz not null default now(),
  primary key (user_id, code_hash)
);

create table auth.attempt (
  bucket bytea primary key,
  level double precision not null,
  at timestamptz not null
);

create table auth.known_network (
  user_id text not null references auth.user (id) on delete cascade,
  network bytea not null,
  seen_at timestamptz not null,
  primary key (user_id, network)
);

grant usage on schema auth to naast_auth;
grant select, insert, update, delete on all tables in schema auth to naast_auth;

create table installation (
  one boolean primary key default true check (one),
  mode text not null check (mode in ('demo', 'production'))
);

alter table member add column email_sealed bytea;

create table invitation (
  org_id uuid not null references organisation (id),
  id uuid not null,
  member_id uuid,
  email_sealed bytea not null,
  email_print bytea not null,
  roles text[] not null,
  worker_id uuid,
  language text not null,
  token_hash bytea not null,
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  version int not null default 1,
  primary key (org_id, id),
  unique (org_id, token_hash),
  foreign key (org_id, member_id) references member (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, created_by) references member (org_id, id)
);
create index invitation_open on invitation (org_id, created_at) where used_at is null and withdrawn_at is null;
alter table invitation enable row level security;
alter table invitation force row level security;
create policy organisation_only on invitation
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert, update on invitation to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await tables.execute(db)
}
