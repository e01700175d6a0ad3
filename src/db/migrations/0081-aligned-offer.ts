import { type Kysely, sql } from 'kysely'
import { organisationPolicy } from './0043-file-lock.ts'

/**
 * What is offered to men and to children beside a women's group: days, a place, who leads it, and of who takes part
 * nothing at all. That it stands beside a group only who plans both can read.
 */
const changes = sql`
create table aligned_offer (
  org_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  -- Which of the offers that the programme names.
  offer text not null,
  state text not null default 'planned' check (state in ('planned', 'stopped')),
  title_sealed bytea not null,
  location_sealed bytea,
  door_print bytea,
  minutes int not null check (minutes > 0),
  planned_by uuid,
  planned_at timestamptz not null,
  stopped_by uuid,
  stopped_at timestamptz,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, group_id) references "group" (org_id, id),
  foreign key (org_id, planned_by) references member (org_id, id),
  foreign key (org_id, stopped_by) references member (org_id, id),
  check ((state = 'stopped') = (stopped_at is not null))
);
create unique index aligned_offer_live on aligned_offer (org_id, group_id, offer) where state = 'planned';

create table aligned_meeting (
  org_id uuid not null,
  id uuid not null,
  offer_id uuid not null,
  number int not null check (number > 0),
  on_day date not null,
  at_time text not null,
  version int not null default 1,
  primary key (org_id, id),
  unique (org_id, offer_id, number),
  foreign key (org_id, offer_id) references aligned_offer (org_id, id)
);

create table aligned_staff (
  org_id uuid not null,
  id uuid not null,
  offer_id uuid not null,
  worker_id uuid not null,
  from_day date not null,
  until_day date,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, offer_id) references aligned_offer (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id),
  check (until_day is null or until_day >= from_day)
);
create unique index aligned_staff_live on aligned_staff (org_id, offer_id, worker_id) where until_day is null;
create index aligned_staff_worker on aligned_staff (org_id, worker_id) where until_day is null;

grant select, insert, update on aligned_offer, aligned_meeting, aligned_staff to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
  await organisationPolicy(db, ['aligned_offer', 'aligned_meeting', 'aligned_staff'])
}
