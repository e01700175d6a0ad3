import { type Kysely, sql } from 'kysely'
import { organisationPolicy } from './0043-file-lock.ts'

/**
 * Comparing with another organisation. Each keeps its own side of an agreement; what the other may see of it are two
 * tables and no more: that it agreed and until when (`exchange_face`), and cards without a name, addressed to that one
 * organisation (`exchange_card`). Both may be read by whom they are for and written by nobody but whose they are. Which
 * card is whose stands in `exchange_source`, and what came by file in `exchange_received`: both of one's own.
 */
const changes = sql`
create table exchange_agreement (
  org_id uuid not null references organisation (id),
  id uuid not null,
  way text not null check (way in ('here', 'file')),
  side text not null check (side in ('offered', 'answered')),
  state text not null check (state in ('offered', 'answered', 'running', 'ended')),
  other_organisation text not null,
  other_org_id uuid,
  kinds text[] not null check (cardinality(kinds) > 0),
  until_day date not null,
  ground_sealed bytea not null,
  key_owner uuid not null,
  secret_sealed bytea,
  begun_by uuid not null,
  begun_at timestamptz not null,
  begun_on date not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  laid_on date,
  lay_round int not null default 0,
  lay_after uuid,
  asked_stamp int not null default 0,
  received_on date,
  received_at timestamptz,
  received_stamp int not null default 0,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, begun_by) references member (org_id, id),
  foreign key (org_id, confirmed_by) references member (org_id, id),
  foreign key (org_id, ended_by) references member (org_id, id),
  check ((state = 'ended') = (ended_at is not null)),
  check (state <> 'ended' or secret_sealed is null),
  check (state <> 'running' or (confirmed_by is not null and confirmed_by <> begun_by)),
  check (other_org_id is null or (way = 'here' and other_org_id <> org_id))
);
create table exchange_face (
  org_id uuid not null,
  agreement_id uuid not null,
  for_org_id uuid,
  side text not null check (side in ('offered', 'answered')),
  state text not null check (state in ('offered', 'answered', 'running', 'ended')),
  until_day date not null,
  stamp int not null default 0,
  primary key (org_id, agreement_id),
  foreign key (org_id, agreement_id) references exchange_agreement (org_id, id)
);
create index exchange_face_agreement on exchange_face (agreement_id);
create table exchange_card (
  org_id uuid not null,
  agreement_id uuid not null,
  for_org_id uuid,
  print bytea not null,
  tokens bytea not null,
  primary key (org_id, agreement_id, print),
  foreign key (org_id, agreement_id) references exchange_agreement (org_id, id)
);
create table exchange_source (
  org_id uuid not null,
  agreement_id uuid not null,
  source_id uuid not null,
  print bytea not null,
  round int not null,
  primary key (org_id, agreement_id, source_id),
  foreign key (org_id, agreement_id) references exchange_agreement (org_id, id)
);
create index exchange_source_source on exchange_source (org_id, source_id);
create table exchange_received (
  org_id uuid not null,
  agreement_id uuid not null,
  print bytea not null,
  tokens bytea not null,
  primary key (org_id, agreement_id, print),
  foreign key (org_id, agreement_id) references exchange_agreement (org_id, id)
);

alter table collision add column other_exchange_id uuid;
alter table collision add foreign key (org_id, other_exchange_id) references exchange_agreement (org_id, id);
alter table collision drop constraint collision_other_kind_check;
alter table collision add constraint collision_other_kind_check
  check (other_kind in ('participant', 'child', 'worker', 'member', 'referrer', 'organisation', 'elsewhere'));
alter table collision drop constraint collision_check;
alter table collision add constraint collision_check
  check (num_nonnulls(other_person_id, other_member_id, other_referral_id, other_network_id, other_exchange_id) = 1);
create unique index collision_exchange on collision (org_id, around_id, other_exchange_id)
  where other_exchange_id is not null;

create policy for_partner on exchange_card for select
  using (for_org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
create policy for_partner on exchange_face for select
  using (for_org_id = (select nullif(current_setting('naast.org', true), '')::uuid)
    or (for_org_id is null and agreement_id in (select id from exchange_agreement mine
      where mine.org_id = (select nullif(current_setting('naast.org', true), '')::uuid) and mine.state <> 'ended')));
grant select, insert, update on exchange_agreement, exchange_face to naast_work;
grant select, insert, update, delete on exchange_card, exchange_source, exchange_received to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
  await organisationPolicy(db, [
    'exchange_agreement',
    'exchange_face',
    'exchange_card',
    'exchange_source',
    'exchange_received',
  ])
}
