import { type Kysely, sql } from 'kysely'
import { organisationPolicy } from './0043-file-lock.ts'

/**
 * Supervision and peer consultation of several workers: planned, who was there, and what was agreed. What was agreed is
 * about the work and names nobody; it is sealed under a key of its own all the same.
 */
const changes = sql`
create table supervision_session (
  org_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('supervision', 'peer_consultation')),
  on_day date not null,
  starts_at time,
  place text,
  led_by uuid,
  state text not null check (state in ('planned', 'held', 'cancelled')),
  agreed_sealed bytea,
  created_by uuid not null,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, led_by) references member (org_id, id),
  foreign key (org_id, created_by) references member (org_id, id)
);
create index supervision_session_day on supervision_session (org_id, on_day);

create table supervision_place (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  worker_id uuid not null,
  attendance text check (attendance in ('there', 'excused', 'absent')),
  recorded_by uuid,
  recorded_at timestamptz,
  primary key (org_id, id),
  unique (org_id, session_id, worker_id),
  foreign key (org_id, session_id) references supervision_session (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, recorded_by) references member (org_id, id),
  check ((attendance is null) = (recorded_at is null))
);
create index supervision_place_worker on supervision_place (org_id, worker_id);

grant select, insert, update on supervision_session, supervision_place to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
  await organisationPolicy(db, ['supervision_session', 'supervision_place'])
}
