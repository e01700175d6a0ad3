import { type Kysely, sql } from 'kysely'
import { organisationPolicy } from './0043-file-lock.ts'

/**
 * Receipts with what workers claim (`docs/decisions/0032-hours-and-expenses.md`). What is on one may say where she was:
 * it stands apart from the amount, in segments that are sealed under the worker's own key, and no table of money reads
 * it. Who checks a claim finds it by the visit, which hides as the woman's file does.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
alter table expense drop constraint expense_decline_code_check;
alter table expense add constraint expense_decline_code_check
  check (decline_code in ('twice', 'mistake', 'over_limit', 'not_agreed', 'no_receipt'));

create table expense_receipt (
  org_id uuid not null,
  id uuid not null,
  expense_id uuid not null,
  worker_id uuid not null,
  type text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
  size int not null check (size > 0),
  salt bytea not null check (octet_length(salt) = 32),
  added_on date not null,
  added_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, expense_id),
  foreign key (org_id, expense_id) references expense (org_id, id),
  foreign key (org_id, worker_id) references worker (org_id, id)
);
create index expense_receipt_worker on expense_receipt (org_id, worker_id);

create table expense_receipt_segment (
  org_id uuid not null,
  document_id uuid not null,
  number int not null check (number >= 0),
  body_sealed bytea not null check (octet_length(body_sealed) between 17 and 65552),
  primary key (org_id, document_id, number),
  foreign key (org_id, document_id) references expense_receipt (org_id, id)
);
alter table expense_receipt_segment alter column body_sealed set storage external;

grant select, insert, update, delete on expense_receipt to naast_work;
grant select, insert, delete on expense_receipt_segment to naast_work;
`.execute(db)
  await organisationPolicy(db, ['expense_receipt', 'expense_receipt_segment'])
}
