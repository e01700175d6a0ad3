import { type Kysely, sql } from 'kysely'
import { lockPolicyUnder, organisationPolicy } from './0043-file-lock.ts'
import { awayPolicyUnder } from './0063-retention.ts'

/**
 * What workers claim and get (`docs/decisions/0032-hours-and-expenses.md`). A claim knows a worker, a month and an
 * amount; to which visit it belongs stands apart, in a table that is as hidden as the visit itself, and which nobody who
 * pays reads.
 */
const tables = sql`
create table expense_rate (
  org_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('kilometre', 'hour', 'hour_younger', 'preparation')),
  value int not null check (value between 0 and 2000),
  from_day date not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, set_by) references member (org_id, id),
  unique (org_id, kind, from_day)
);

create table expense_terms (
  org_id uuid not null,
  id uuid not null,
  number int not null check (number > 0),
  account_sealed bytea not null,
  counted text not null check (counted in ('everything', 'hours')),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, set_by) references member (org_id, id),
  unique (org_id, number)
);

create table worker_account (
  org_id uuid not null,
  worker_id uuid not null,
  account_sealed bytea not null,
  age_class text not null check (age_class in ('adult', 'younger')),
  said_on date not null,
  version int not null default 1,
  primary key (org_id, worker_id),
  foreign key (org_id, worker_id) references worker (org_id, id)
);

create table payout (
  org_id uuid not null,
  id uuid not null,
  month date not null check (extract(day from month) = 1),
  state text not null check (state in ('made', 'agreed', 'refused', 'withdrawn', 'failed', 'paid')),
  terms_id uuid not null,
  pay_on date not null,
  made_by uuid not null,
  made_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  settled_by uuid,
  settled_at timestamptz,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, terms_id) references expense_terms (org_id, id),
  foreign key (org_id, made_by) references member (org_id, id),
  foreign key (org_id, answered_by) references member (org_id, id),
  foreign key (org_id, settled_by) references member (org_id, id),
  check ((state = 'made') = (answered_by is null)),
  check (state not in ('agreed', 'failed', 'paid') or answered_by <> made_by),
  check ((state in ('failed', 'paid')) = (settled_by is not null))
);

create table payout_line (
  org_id uuid not null,
  id uuid not null,
  payout_id uuid not null,
  worker_id uuid not null,
  cents int not null check (cents > 0),
  account_sealed bytea not null,
  returned_on date,
  primary key (org_id, id),
  foreign key (org_id, payout_id) references payout (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  unique (org_id, payout_id, worker_id)
);

create table expense (
  org_id uuid not null,
  id uuid not null,
  worker_id uuid not null,
  month date not null check (extract(day from month) = 1),
  kind text not null check (kind in ('kilometres', 'public_transport', 'parking', 'phone', 'childcare', 'materials',
    'other', 'hours')),
  kilometres int check (kilometres between 1 and 500),
  minutes int check (minutes > 0),
  rate int check (rate > 0),
  cents int not null check (cents > 0),
  state text not null check (state in ('made', 'approved', 'declined', 'withdrawn', 'in_payout', 'paid')),
  decided_by uuid,
  decline_code text check (decline_code in ('twice', 'mistake', 'over_limit', 'not_agreed')),
  payout_line_id uuid,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id),
  foreign key (org_id, decided_by) references member (org_id, id),
  foreign key (org_id, payout_line_id) references payout_line (org_id, id),
  check ((kind = 'kilometres') = (kilometres is not null)),
  check ((kind = 'hours') = (minutes is not null)),
  check ((kilometres is null and minutes is null) = (rate is null)),
  check ((state = 'declined') = (decline_code is not null)),
  check ((state in ('made', 'withdrawn')) = (decided_by is null)),
  check ((state in ('in_payout', 'paid')) = (payout_line_id is not null))
);
create index expense_worker on expense (org_id, worker_id, month);
create index expense_open on expense (org_id, month) where state in ('made', 'approved');
create index expense_line on expense (org_id, payout_line_id) where payout_line_id is not null;

create table contact_expense (
  org_id uuid not null,
  contact_id uuid not null,
  expense_id uuid not null,
  primary key (org_id, contact_id, expense_id),
  unique (org_id, expense_id),
  foreign key (org_id, contact_id) references contact (org_id, id),
  foreign key (org_id, expense_id) references expense (org_id, id)
);
-- Months of one worker: what her visits took.
create index contact_worker_done on contact (org_id, worker_id, done_on) where state = 'done';

grant select, insert on expense_rate, expense_terms, contact_expense to naast_work;
grant select, insert, update on worker_account, payout, payout_line, expense to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await tables.execute(db)
  await organisationPolicy(db, [
    'expense_rate',
    'expense_terms',
    'worker_account',
    'payout',
    'payout_line',
    'expense',
    'contact_expense',
  ])
  await lockPolicyUnder(db, 'contact_expense', 'contact_id', 'contact')
  await awayPolicyUnder(db, 'contact_expense', 'contact_id', 'contact')
}
