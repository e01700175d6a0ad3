import { type Kysely, sql } from 'kysely'

/**
 * More ways to sign in. From here on `auth.session.token` is the SHA-256 of what the cookie holds, so what stands there
 * opens nothing even for whoever has the server's secret as well; sessions from before can't be told from it and end.
 * A passkey's name is a person's own words, so it is sealed. `auth.once` remembers what is good for one use.
 */
const signIn = sql`
delete from auth.session;
alter table auth.session add column method text not null default 'password'
  check (method in ('password', 'passkey', 'provider'));

create table auth.passkey (
  id uuid primary key,
  user_id text not null references auth.user (id) on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name_sealed bytea not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkey_by_user on auth.passkey (user_id);

create table auth.once (
  hash bytea primary key,
  used_at timestamptz not null
);
grant select, insert, update, delete on auth.passkey, auth.once to naast_auth;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await signIn.execute(db)
}
