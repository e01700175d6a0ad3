import { type Kysely, sql } from 'kysely'

/**
 * The desk: what is acute stands in a column, so that it comes first and falls off no list; working days that a
 * referral waited for its referrer are counted; who was sent elsewhere is asked after. Organisations around us, what
 * they offer and where, and which of our referrers belong to them. What is known of postcodes says in which
 * municipality and district they lie.
 */
const wall = (table: string) => sql`
alter table ${sql.ref(table)} enable row level security;
alter table ${sql.ref(table)} force row level security;
create policy organisation_only on ${sql.ref(table)}
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert, update on ${sql.ref(table)} to naast_work;
`

const referral = sql`
alter table referral
  add column urgency text not null default 'normal' check (urgency in ('acute', 'normal')),
  add column paused_working_days int not null default 0;
-- Only what is acute was ever due on the day it came in. Its owner must see all organisations for a moment.
alter table referral no force row level security;
update referral set urgency = 'acute' where contact_due_on = received_on;
alter table referral force row level security;
create index referral_desk on referral (org_id, state, urgency, received_at);
drop index referral_state;

alter table postcode_area add column municipality text, add column district text;
`

const network = sql`
create table network_organisation (
  org_id uuid not null references organisation (id),
  id uuid not null,
  name text not null,
  kind text not null,
  areas text[] not null default '{}',
  contact_sealed bytea,
  from_day date not null,
  until_day date,
  created_by uuid,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, created_by) references member (org_id, id),
  check (until_day is null or until_day >= from_day)
);
create unique index network_organisation_live on network_organisation (org_id, lower(name)) where until_day is null;

create table help_offer (
  org_id uuid not null,
  id uuid not null,
  network_organisation_id uuid not null,
  category text not null,
  target text not null,
  languages text[] not null default '{}',
  areas text[] not null default '{}',
  waiting_weeks int check (waiting_weeks between 0 and 208),
  waiting_asked_on date,
  confirmed_on date not null,
  confirmed_by uuid,
  words_sealed bytea,
  from_day date not null,
  until_day date,
  created_by uuid,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, network_organisation_id) references network_organisation (org_id, id),
  foreign key (org_id, confirmed_by) references member (org_id, id),
  foreign key (org_id, created_by) references member (org_id, id),
  check (until_day is null or until_day >= from_day),
  check ((waiting_weeks is null) = (waiting_asked_on is null))
);
create index help_offer_live on help_offer (org_id, category) where until_day is null;

create table referral_follow_up (
  org_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  help_offer_id uuid,
  party_code text not null,
  ask_on date not null,
  task_id uuid not null,
  answer text check (answer in ('started', 'not_started', 'not_reached')),
  with_whom_sealed bytea,
  referrer_told text,
  answered_by uuid,
  answered_at timestamptz,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, referral_id) references referral (org_id, id),
  foreign key (org_id, help_offer_id) references help_offer (org_id, id),
  foreign key (org_id, task_id) references task (org_id, id),
  foreign key (org_id, answered_by) references member (org_id, id),
  check ((answer is null) = (answered_at is null))
);
create unique index referral_follow_up_open on referral_follow_up (org_id, referral_id) where answer is null;

create table referrer_link (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  network_organisation_id uuid not null,
  from_day date not null,
  until_day date,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id),
  foreign key (org_id, network_organisation_id) references network_organisation (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id),
  check (until_day is null or until_day >= from_day)
);
create unique index referrer_link_live on referrer_link (org_id, member_id) where until_day is null;

create table referrer_training (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  training text not null,
  trained_on date not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id),
  foreign key (org_id, recorded_by) references member (org_id, id)
);
create index referrer_training_member on referrer_training (org_id, member_id);

alter table task add column help_offer_id uuid,
  add foreign key (org_id, help_offer_id) references help_offer (org_id, id);
create index task_help_offer on task (org_id, help_offer_id) where help_offer_id is not null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await referral.execute(db)
  await network.execute(db)
  for (const table of [
    'network_organisation',
    'help_offer',
    'referral_follow_up',
    'referrer_link',
    'referrer_training',
  ])
    await wall(table).execute(db)
}
