import { type Kysely, sql } from 'kysely'
import { lockPolicy, lockPolicyUnder, organisationPolicy } from './0043-file-lock.ts'

/**
 * Who is around a woman, and whom of the organisation that may be. What she tells of somebody is one sealed value under
 * her own key; of a collision only who was held against whom and how sure it is stands open, so that neither a name nor
 * a birth day can be looked up in a dump. `checked_version` says which version of a row was last held against
 * everybody: whoever writes it anew, by whichever door, is checked again without having to remember it.
 */
const changes = sql`
create table person_around (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  told_sealed bytea not null,
  from_day date not null,
  until_day date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  ended_by uuid,
  version int not null default 1,
  checked_version int,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, recorded_by) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check ((until_day is null) = (ended_by is null))
);
create index person_around_person on person_around (org_id, person_id) where until_day is null;
create index person_around_unchecked on person_around (org_id, id) where checked_version is distinct from version;

alter table person add column checked_version int;
create index person_unchecked on person (org_id, id)
  where checked_version is distinct from version and kind <> 'contact';
alter table member add column checked_version int;
create index member_unchecked on member (org_id, id) where checked_version is distinct from version;
alter table network_organisation add column checked_version int;
create index network_organisation_unchecked on network_organisation (org_id, id)
  where checked_version is distinct from version;
alter table referral add column checked_version int;
create index referral_unchecked on referral (org_id, id)
  where checked_version is null and referrer_member_id is null and referrer_sealed is not null;

create table collision (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  around_id uuid not null,
  other_kind text not null check (other_kind in ('participant', 'child', 'worker', 'member', 'referrer', 'organisation')),
  other_person_id uuid,
  other_member_id uuid,
  other_referral_id uuid,
  other_network_id uuid,
  class text not null check (class in ('same', 'likely', 'possible')),
  state text not null check (state in ('open', 'ruled', 'gone')),
  verdict text check (verdict in ('different', 'same_may', 'same_apart', 'same_lock', 'same_talk')),
  basis_print bytea not null,
  found_at timestamptz not null,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, around_id) references person_around (org_id, id),
  foreign key (org_id, other_person_id) references person (org_id, id),
  foreign key (org_id, other_member_id) references member (org_id, id),
  foreign key (org_id, other_referral_id) references referral (org_id, id),
  foreign key (org_id, other_network_id) references network_organisation (org_id, id),
  check (num_nonnulls(other_person_id, other_member_id, other_referral_id, other_network_id) = 1),
  check ((state = 'ruled') = (verdict is not null))
);
create unique index collision_person on collision (org_id, around_id, other_person_id) where other_person_id is not null;
create unique index collision_member on collision (org_id, around_id, other_member_id) where other_member_id is not null;
create unique index collision_referrer on collision (org_id, around_id, basis_print) where other_referral_id is not null;
create unique index collision_network on collision (org_id, around_id, other_network_id)
  where other_network_id is not null;
create index collision_open on collision (org_id, found_at) where state = 'open';
create index collision_woman on collision (org_id, person_id);
create index collision_other on collision (org_id, other_person_id) where other_person_id is not null;

create table collision_ruling (
  org_id uuid not null,
  id uuid not null,
  collision_id uuid not null,
  verdict text not null check (verdict in ('different', 'same_may', 'same_apart', 'same_lock', 'same_talk')),
  reason_sealed bytea not null,
  ruled_by uuid not null,
  ruled_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, collision_id) references collision (org_id, id),
  foreign key (org_id, ruled_by) references member (org_id, id)
);
create index collision_ruling_collision on collision_ruling (org_id, collision_id, ruled_at);

grant select, insert, update on person_around, collision to naast_work;
grant select, insert on collision_ruling to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
  await organisationPolicy(db, ['person_around', 'collision', 'collision_ruling'])
  await lockPolicy(db, 'person_around', ['person_id'])
  await lockPolicy(db, 'collision', ['person_id'])
  await lockPolicyUnder(db, 'collision_ruling', 'collision_id', 'collision')
}
