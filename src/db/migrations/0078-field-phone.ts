import { type Kysely, sql } from 'kysely'
import { lockPolicy, organisationPolicy } from './0043-file-lock.ts'
import { awayPolicy } from './0063-retention.ts'

/**
 * Phones that carry coming visits where there is no signal, if the organisation wants that (decision 28), and what came
 * from them. `phone_entry` is the receipt: its id was made on the phone and is written in the transaction of what it does,
 * so that the same thing sent twice is done once. What could not go in keeps its words here until somebody looked.
 */
const tables = sql`
alter table organisation
  add column offline text not null default 'off' check (offline in ('off', 'on', 'on_gravest'));
grant update (offline) on organisation to naast_work;

create table field_phone (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  secret_hash bytea not null check (octet_length(secret_hash) = 32),
  box_key text not null,
  box_sealed bytea not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  minutes_ahead int,
  ended_at timestamptz,
  ended_by uuid,
  wiped_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check ((ended_at is null) = (ended_by is null)),
  check (wiped_at is null or ended_at is not null)
);
create index field_phone_member on field_phone (org_id, member_id);
create index field_phone_ended on field_phone (org_id, ended_by) where ended_by is not null;

create table phone_entry (
  org_id uuid not null,
  id uuid not null,
  phone_id uuid not null,
  member_id uuid not null,
  owner_id uuid not null,
  trajectory_id uuid,
  contact_id uuid,
  form text not null check (form in ('contact-log', 'contact-extra')),
  state text not null check (state in ('applied', 'held', 'logged', 'put_away')),
  held_because text check (held_because in ('not_hers_now', 'logged_meanwhile', 'trajectory_over', 'not_complete',
    'refused', 'unreadable')),
  claimed_at timestamptz,
  written_at timestamptz not null,
  received_at timestamptz not null,
  words_sealed bytea,
  settled_by uuid,
  settled_at timestamptz,
  put_away_because text check (put_away_because in ('already_there', 'wrong_woman', 'did_not_happen')),
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, phone_id) references field_phone (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, contact_id) references contact (org_id, id),
  foreign key (org_id, settled_by) references member (org_id, id),
  check ((state = 'applied') = (held_because is null)),
  check ((state = 'applied') = (words_sealed is null)),
  check ((settled_by is null) = (settled_at is null)),
  check ((state in ('logged', 'put_away')) = (settled_by is not null)),
  check ((state = 'put_away') = (put_away_because is not null)),
  check (state <> 'logged' or contact_id is not null)
);
create index phone_entry_held on phone_entry (org_id, received_at) where state = 'held';
create index phone_entry_member on phone_entry (org_id, member_id);
create index phone_entry_phone on phone_entry (org_id, phone_id);
create index phone_entry_trajectory on phone_entry (org_id, trajectory_id) where trajectory_id is not null;
create index phone_entry_contact on phone_entry (org_id, contact_id) where contact_id is not null;
create index phone_entry_settled on phone_entry (org_id, settled_by) where settled_by is not null;

grant select, insert, update on field_phone to naast_work;
grant select, insert, update, delete on phone_entry to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await tables.execute(db)
  await organisationPolicy(db, ['field_phone', 'phone_entry'])
  await lockPolicy(db, 'phone_entry', ['trajectory_id'])
  await awayPolicy(db, 'phone_entry', ['trajectory_id'])
}
