import { type Kysely, sql } from 'kysely'
import { lockPolicy } from './0043-file-lock.ts'

/**
 * Terms that end by themselves (`docs/decisions/0023-put-away-before-it-is-destroyed.md`). Whether Naast acts is decided by two
 * people; until then nothing happens. What is past its term is put away first: `retention_reach` says which ids nobody
 * sees any more, whoever asks; Naast's own jobs do. Thirty days later its key is destroyed.
 */
const tables = sql`
create table retention_setting (
  org_id uuid not null references organisation (id),
  id uuid not null,
  state text not null check (state in ('asked', 'standing', 'refused', 'withdrawn', 'replaced', 'stopped')),
  acts_code text not null check (acts_code in ('by_itself', 'by_hand')),
  regimes text[] not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, asked_by) references member (org_id, id),
  foreign key (org_id, answered_by) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check ((state = 'asked') = (answered_by is null)),
  check (state not in ('standing', 'replaced', 'stopped') or answered_by <> asked_by),
  check ((state in ('replaced', 'stopped')) = (ended_by is not null)),
  check (regimes <@ array['wgbo', 'jeugdwet', 'wmo2015'])
);
create unique index retention_setting_asked on retention_setting (org_id) where state = 'asked';
create unique index retention_setting_standing on retention_setting (org_id) where state = 'standing';

create table retention_hiding (
  org_id uuid not null references organisation (id),
  id uuid not null,
  subject text not null check (subject in ('file', 'worker', 'account')),
  person_id uuid,
  member_id uuid,
  ground_code text not null,
  programme_id text,
  since_day date not null,
  hidden_on date not null,
  state text not null check (state in ('hidden', 'back', 'shredded')),
  ended_on date,
  ended_by uuid,
  reason_code text,
  rests_until date,
  files int,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check ((subject = 'account') = (member_id is not null)),
  check (num_nonnulls(person_id, member_id) = 1),
  check ((state = 'hidden') = (ended_on is null)),
  check ((state = 'back') = (reason_code is not null)),
  check ((state = 'shredded') = (files is not null)),
  check (state <> 'shredded' or ended_on >= hidden_on + 30)
);
create unique index retention_hiding_person on retention_hiding (org_id, person_id) where state = 'hidden';
create unique index retention_hiding_member on retention_hiding (org_id, member_id) where state = 'hidden';
create index retention_hiding_days on retention_hiding (org_id, hidden_on);
create index retention_hiding_ended on retention_hiding (org_id, ended_on) where ended_on is not null;
create index retention_hiding_who on retention_hiding (org_id, person_id, rests_until);

create table retention_reach (
  org_id uuid not null,
  hidden_id uuid not null,
  hiding_id uuid not null,
  primary key (org_id, hidden_id, hiding_id),
  foreign key (org_id, hiding_id) references retention_hiding (org_id, id)
);
create index retention_reach_hiding on retention_reach (org_id, hiding_id);
create index worker_left on worker (org_id, id) where state = 'left';
`

/**
 * Not behind the wall. A key alone opens nothing whose row can't be seen, and a row sealed under it elsewhere must not
 * break; the access log has numbers only and must show what was done; a hold is what keeps a file from being destroyed.
 */
const outside = ['keys.data_key', 'audit_event', 'legal_hold', 'retention_hiding']

/** Nothing is put away here, or one of Naast's own jobs asks: found out once a query, not once a row. */
const nothingAway = sql`(select nullif(current_setting('naast.viewer', true), '') is null)
  or not (select exists (select from retention_reach where org_id = nullif(current_setting('naast.org', true), '')::uuid))`

const restrict = (db: Kysely<unknown>, table: string, name: string, rule: ReturnType<typeof sql>) =>
  sql`create policy ${sql.id(name)} on ${sql.table(table)} as restrictive using (${rule}) with check (${rule})`.execute(
    db,
  )

/** For every table with rows about somebody: no row that one of these columns says is put away. */
export async function awayPolicy(
  db: Kysely<unknown>,
  table: string,
  columns: readonly string[],
): Promise<void> {
  const bare = table.split('.').at(-1) ?? table
  const none = columns.map(
    (column) => sql`not exists (select from retention_reach r
      where r.org_id = ${sql.ref(`${bare}.org_id`)} and r.hidden_id = ${sql.ref(`${bare}.${column}`)})`,
  )
  await restrict(db, table, 'not_away', sql`${nothingAway} or (${sql.join(none, sql` and `)})`)
}

/** For a table whose rows belong to a row of another one that has such a policy itself. */
export async function awayPolicyUnder(
  db: Kysely<unknown>,
  table: string,
  column: string,
  parent: string,
): Promise<void> {
  const own = sql.ref(`${table}.${column}`)
  await restrict(
    db,
    table,
    `not_away_${parent}`,
    sql`${nothingAway} or ${own} is null or exists (select from ${sql.table(parent)} as parent
      where parent.org_id = ${sql.ref(`${table}.org_id`)} and parent.id = ${own})`,
  )
}

/** The columns by which a policy of locks knows whom a row is about: the same ones say whether it is put away. */
function columnsOf(rule: string): string[] {
  const [, many, one] = /ARRAY\[([a-z_, ]+)\] &&|^\(\((\w+) <> ALL/.exec(rule) ?? []
  const found = (many ?? one ?? '').split(', ').filter((column) => column !== '')
  if (found.length === 0) throw new Error(`no column says whom this is about: ${rule}`)
  return found
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await tables.execute(db)
  for (const name of ['retention_setting', 'retention_hiding', 'retention_reach']) {
    const table = sql.table(name)
    await sql`alter table ${table} enable row level security`.execute(db)
    await sql`alter table ${table} force row level security`.execute(db)
    await sql`create policy organisation_only on ${table}
      using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
      with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))`.execute(db)
  }
  await sql`
    grant select, insert, update on retention_setting, retention_hiding to naast_work;
    grant select, insert, delete on retention_reach to naast_work;`.execute(db)
  await lockPolicy(db, 'retention_hiding', ['person_id'])
  const { rows } = await sql<{ table: string; name: string; rule: string }>`
    select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end as table,
      p.polname as name, pg_get_expr(p.polqual, p.polrelid) as rule
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
    where p.polname like 'not\\_locked%' order by 1, 2`.execute(db)
  for (const { table, name, rule } of rows) {
    if (outside.includes(table)) continue
    const parent = name.slice('not_locked_'.length)
    const [, column] = /^\(\((\w+) IS NULL\)/.exec(rule) ?? []
    if (parent === '') await awayPolicy(db, table, columnsOf(rule))
    else if (column) await awayPolicyUnder(db, table, column, parent)
    else throw new Error(`no column says to which row this belongs: ${rule}`)
  }
  // Somebody who left is nobody's who is supported, so no lock hides her; her term does.
  await awayPolicy(db, 'worker', ['id'])
}
