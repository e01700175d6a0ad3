import { type Kysely, sql } from 'kysely'
import { lockPolicyUnder, organisationPolicy } from './0043-file-lock.ts'
import { awayPolicyUnder } from './0063-retention.ts'

/**
 * What goes on around a session of a group: who said of whom that she was there, tap by tap, so that of two who mark at
 * once neither wins unseen; the talk in which one woman catches up; who looks after the children, who interprets, and
 * what those who lead it note of the group; and whether she was told where it is. How many seats are taken stands with the
 * group: a seat counts also for who may not see whose it is.
 */
const changes = sql`
alter table group_session
  add column creche_places int check (creche_places between 1 and 40),
  add column interpreter_language text,
  add column interpreter_how text check (interpreter_how in ('phone', 'in_person')),
  add column interpreter_state text check (interpreter_state in ('wanted', 'arranged')),
  add column note_sealed bytea,
  add check ((interpreter_language is null) = (interpreter_how is null)),
  add check ((interpreter_language is null) = (interpreter_state is null));
alter table "group" add column seats_taken int not null default 0 check (seats_taken >= 0);
alter table group_place
  add column creche_children int not null default 0 check (creche_children between 0 and 8),
  add column told_on date,
  add column told_how text check (told_how in ('spoken', 'email', 'text')),
  add column told_by uuid,
  add foreign key (org_id, told_by) references member (org_id, id),
  add check ((told_on is null) = (told_how is null));

create table attendance_mark (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  place_id uuid not null,
  number int not null check (number > 0),
  state text not null check (state in ('present', 'absent_notified', 'absent_unnotified')),
  seen int not null check (seen between 0 and number - 1),
  marked_by uuid,
  marked_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, session_id, place_id, number),
  foreign key (org_id, session_id) references group_session (org_id, id),
  foreign key (org_id, place_id) references group_place (org_id, id),
  foreign key (org_id, marked_by) references member (org_id, id)
);
create index attendance_mark_place on attendance_mark (org_id, place_id);

create table make_up_talk (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  place_id uuid not null,
  state text not null check (state in ('planned', 'held', 'cancelled')),
  planned_on date not null,
  planned_by uuid,
  counts boolean not null,
  held_on date,
  minutes int check (minutes between 1 and 600),
  settled_by uuid,
  settled_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, session_id) references group_session (org_id, id),
  foreign key (org_id, place_id) references group_place (org_id, id),
  foreign key (org_id, planned_by) references member (org_id, id),
  foreign key (org_id, settled_by) references member (org_id, id),
  check ((state = 'held') = (held_on is not null)),
  check ((state = 'planned') = (settled_at is null))
);
create unique index make_up_talk_open on make_up_talk (org_id, session_id, place_id) where state <> 'cancelled';
create index make_up_talk_place on make_up_talk (org_id, place_id);

grant select, insert on attendance_mark to naast_work;
grant select, insert, update on make_up_talk to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
  await organisationPolicy(db, ['attendance_mark', 'make_up_talk'])
  for (const table of ['attendance_mark', 'make_up_talk']) {
    await lockPolicyUnder(db, table, 'place_id', 'group_place')
    await awayPolicyUnder(db, table, 'place_id', 'group_place')
  }
}
