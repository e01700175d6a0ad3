import { type Kysely, sql } from 'kysely'
import { lockPolicy, organisationPolicy } from './0043-file-lock.ts'

/**
 * A consent says for what, for which organisation, of which things and in which language it was asked. Whatever is shared
 * stands in a ledger with the consent or the ground in law that it rests on; when a consent is taken back, everybody who
 * heard something under it is told, and followed until they say that they know. Nothing of it is ever changed or deleted.
 */
const changes = sql`
alter table consent
  add column network_organisation_id uuid,
  add column purpose text check (purpose in ('care', 'safety', 'practical', 'child', 'goes_on')),
  add column items text[] not null default '{}',
  add column interpreter text,
  add foreign key (org_id, network_organisation_id) references network_organisation (org_id, id);
drop index consent_live;
create unique index consent_live on consent (
  org_id, person_id, code,
  coalesce(trajectory_id, '00000000-0000-0000-0000-000000000000'::uuid), coalesce(party, ''),
  coalesce(network_organisation_id, '00000000-0000-0000-0000-000000000000'::uuid)
) where superseded_at is null;

create table sharing (
  org_id uuid not null,
  id uuid not null,
  path text not null check (path in ('tell-referrer', 'share-with-party', 'report-to-agency')),
  person_id uuid not null,
  trajectory_id uuid,
  referral_id uuid,
  recipient text not null check (recipient in ('referrer', 'agency', 'midwife', 'jgz', 'gp', 'neighbourhood_team',
    'maternity_care', 'school', 'police', 'other')),
  network_organisation_id uuid,
  consent_id uuid,
  legal_ground text check (legal_ground in ('meldcode', 'danger')),
  items text[] not null,
  way text not null check (way in ('message', 'spoken', 'letter')),
  message_id uuid,
  words_sealed bytea,
  traces_gone int not null default 0,
  traces_stayed int not null default 0,
  shared_on date not null,
  shared_by uuid,
  shared_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, referral_id) references referral (org_id, id),
  foreign key (org_id, network_organisation_id) references network_organisation (org_id, id),
  foreign key (org_id, consent_id) references consent (org_id, id),
  foreign key (org_id, message_id) references message (org_id, id),
  foreign key (org_id, shared_by) references member (org_id, id),
  check ((consent_id is null) <> (legal_ground is null))
);
create unique index sharing_message on sharing (org_id, message_id) where message_id is not null;
create index sharing_person on sharing (org_id, person_id, shared_at);

create table sharing_notice (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  trajectory_id uuid,
  referral_id uuid,
  consent_id uuid not null,
  recipient text not null,
  network_organisation_id uuid,
  state text not null check (state in ('open', 'told', 'acknowledged', 'given_up')),
  made_at timestamptz not null,
  told_on date,
  told_by uuid,
  ended_on date,
  ended_by uuid,
  end_code text check (end_code in ('not_to_be_found', 'keeps_it_by_law', 'not_safe_to_tell')),
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, referral_id) references referral (org_id, id),
  foreign key (org_id, consent_id) references consent (org_id, id),
  foreign key (org_id, network_organisation_id) references network_organisation (org_id, id),
  foreign key (org_id, told_by) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check ((told_on is null) = (told_by is null)),
  check ((state in ('acknowledged', 'given_up')) = (ended_on is not null)),
  check ((ended_on is null) = (ended_by is null)),
  check ((state = 'given_up') = (end_code is not null)),
  check (state <> 'told' or told_on is not null)
);
create index sharing_notice_person on sharing_notice (org_id, person_id);

grant select, insert on sharing to naast_work;
grant select, insert, update on sharing_notice to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
  await organisationPolicy(db, ['sharing', 'sharing_notice'])
  for (const table of ['sharing', 'sharing_notice'])
    await lockPolicy(db, table, ['person_id', 'trajectory_id', 'referral_id'])
}
