import { type Kysely, sql } from 'kysely'
import { lockPolicy, organisationPolicy } from './0043-file-lock.ts'
import { awayPolicy } from './0063-retention.ts'

/**
 * That she answers one moment's questions on her own device (`docs/decisions/0042-on-her-own-device.md`): off until the
 * organisation turns it on. Of the code only a digest is kept until it is typed, and from then on only one of what that
 * one page holds. No answer stands here.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
alter table organisation add column own_device text not null default 'off' check (own_device in ('off', 'on'));
grant update (own_device) on organisation to naast_work;

create table own_device (
  org_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  person_id uuid not null,
  moment text not null check (moment ~ '^T[0-9]$'),
  opened_by uuid not null,
  opened_at timestamptz not null,
  until_at timestamptz not null,
  code_hash bytea,
  token_hash bytea,
  entered_at timestamptz,
  called_at timestamptz,
  ended_at timestamptz,
  ended_code text check (ended_code in ('sent', 'left', 'stopped', 'replaced')),
  primary key (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, opened_by) references member (org_id, id),
  check (until_at > opened_at),
  check ((token_hash is null) = (entered_at is null)),
  check (code_hash is null or entered_at is null),
  check ((ended_at is null) = (ended_code is null))
);
create unique index own_device_code on own_device (org_id, code_hash) where code_hash is not null;
create unique index own_device_token on own_device (org_id, token_hash) where token_hash is not null;
create unique index own_device_one on own_device (org_id, trajectory_id) where ended_at is null;
create index own_device_of on own_device (org_id, trajectory_id, opened_at);
grant select, insert, update on own_device to naast_work;
`.execute(db)
  await organisationPolicy(db, ['own_device'])
  await lockPolicy(db, 'own_device', ['trajectory_id', 'person_id'])
  await awayPolicy(db, 'own_device', ['trajectory_id', 'person_id'])
}
