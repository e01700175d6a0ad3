import { type Kysely, sql } from 'kysely'
import { lockPolicy, organisationPolicy } from './0043-file-lock.ts'
import { awayPolicy } from './0063-retention.ts'

/**
 * Groups are composed from the waiting list (`docs/decisions/0029-composing-groups.md`): what a group offers (the
 * languages in it, its seats, where it is as a keyed hash), and a draft in which nobody is promised anything until it is
 * accepted. What people decided in it stands row by row, with who and when, and who undid it.
 */
const changes = sql`
alter table "group"
  add column languages text[] not null default '{}',
  add column interpreters text[] not null default '{}',
  add column seats int check (seats > 0),
  -- Its front door: to be compared with the doors of homes and of other offers, and read by nobody.
  add column door_print bytea;

create table group_composition (
  org_id uuid not null references organisation (id),
  id uuid not null,
  programme_id text not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'dropped')),
  opened_by uuid,
  opened_on date not null,
  opened_at timestamptz not null,
  ended_by uuid,
  ended_on date,
  ended_at timestamptz,
  -- Who is in which group, and what was proved of it: ids and numbers only.
  plan jsonb not null default '[]',
  proof jsonb,
  -- How often somebody wanted to put women together who can't be.
  sealed_tries int not null default 0,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, opened_by) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check ((state = 'open') = (ended_at is null)),
  check ((ended_on is null) = (ended_at is null))
);
-- Two at once would promise the same seats twice.
create unique index group_composition_open on group_composition (org_id, programme_id) where state = 'open';
create index group_composition_day on group_composition (org_id, opened_on);

create table group_composition_move (
  org_id uuid not null,
  id uuid not null,
  composition_id uuid not null,
  trajectory_id uuid not null,
  kind text not null check (kind in ('put', 'not')),
  group_id uuid,
  reason_code text not null,
  made_by uuid,
  made_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, composition_id) references group_composition (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, group_id) references "group" (org_id, id),
  foreign key (org_id, made_by) references member (org_id, id),
  foreign key (org_id, undone_by) references member (org_id, id),
  check (kind = 'put' or group_id is not null),
  check (undone_by is null or undone_at is not null)
);
create index group_composition_move_of on group_composition_move (org_id, composition_id, id);
create unique index group_composition_move_put on group_composition_move (org_id, composition_id, trajectory_id)
  where kind = 'put' and undone_at is null;
create unique index group_composition_move_not
  on group_composition_move (org_id, composition_id, trajectory_id, group_id)
  where kind = 'not' and undone_at is null;

grant select, insert, update on group_composition, group_composition_move to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
  await organisationPolicy(db, ['group_composition', 'group_composition_move'])
  await lockPolicy(db, 'group_composition_move', ['trajectory_id'])
  await awayPolicy(db, 'group_composition_move', ['trajectory_id'])
}
