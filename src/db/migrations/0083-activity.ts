import { type Kysely, sql } from 'kysely'
import { lockPolicy, organisationPolicy } from './0043-file-lock.ts'
import { awayPolicy } from './0063-retention.ts'

/**
 * Open meetings, outings and information sessions: a series with its meetings, who signed up for one by name because she
 * agreed to that, seats that were kept without a name, and a head count for everybody else.
 */
const changes = sql`
create table activity (
  org_id uuid not null,
  id uuid not null,
  programme_id text not null,
  programme_version text not null,
  kind text not null check (kind in ('open_meeting', 'outing', 'information')),
  theme text,
  title_sealed bytea not null,
  place_sealed bytea,
  cadence_days int check (cadence_days > 0),
  seats int check (seats between 1 and 500),
  creche_places int check (creche_places between 1 and 100),
  leader_id uuid,
  planned_by uuid,
  stopped_on date,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, leader_id) references worker (org_id, id),
  foreign key (org_id, planned_by) references member (org_id, id)
);
create index activity_leader on activity (org_id, leader_id) where leader_id is not null;

create table activity_meeting (
  org_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  number int not null check (number > 0),
  state text not null check (state in ('planned', 'held', 'cancelled')),
  on_day date not null,
  at_time text,
  signed_up int not null default 0 check (signed_up >= 0),
  seats_taken int not null default 0 check (seats_taken >= 0),
  creche_taken int not null default 0 check (creche_taken >= 0),
  named int check (named >= 0),
  others int check (others >= 0),
  children int check (children >= 0),
  minutes int check (minutes between 1 and 600),
  cancel_code text,
  recorded_by uuid,
  recorded_at timestamptz,
  version int not null default 1,
  primary key (org_id, id),
  unique (org_id, activity_id, number),
  foreign key (org_id, activity_id) references activity (org_id, id),
  foreign key (org_id, recorded_by) references member (org_id, id),
  check ((state = 'held') = (named is not null)),
  check (num_nonnulls(named, others, children, minutes) in (0, 4))
);
create index activity_meeting_day on activity_meeting (org_id, state, on_day);

create table activity_sign_up (
  org_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  number int not null check (number > 0),
  trajectory_id uuid,
  person_id uuid,
  state text not null check (state in ('seat', 'waiting', 'cancelled')),
  children int not null check (children between 0 and 8),
  creche text not null check (creche in ('none', 'place', 'waiting')),
  attended text check (attended in ('present', 'absent')),
  signed_by uuid,
  signed_at timestamptz not null,
  moved_up_at timestamptz,
  cancelled_by uuid,
  cancelled_at timestamptz,
  primary key (org_id, id),
  unique (org_id, meeting_id, number),
  foreign key (org_id, meeting_id) references activity_meeting (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, signed_by) references member (org_id, id),
  foreign key (org_id, cancelled_by) references member (org_id, id),
  check ((trajectory_id is null) = (person_id is null)),
  check ((state = 'cancelled') = (cancelled_at is not null)),
  check (attended is null or (trajectory_id is not null and state = 'seat'))
);
create unique index activity_sign_up_once on activity_sign_up (org_id, meeting_id, trajectory_id)
  where state <> 'cancelled' and trajectory_id is not null;
create index activity_sign_up_trajectory on activity_sign_up (org_id, trajectory_id) where trajectory_id is not null;

grant select, insert, update on activity, activity_meeting, activity_sign_up to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
  await organisationPolicy(db, ['activity', 'activity_meeting', 'activity_sign_up'])
  await lockPolicy(db, 'activity_sign_up', ['trajectory_id', 'person_id'])
  await awayPolicy(db, 'activity_sign_up', ['trajectory_id', 'person_id'])
}
