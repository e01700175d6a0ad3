import { type Kysely, sql } from 'kysely'
import { organisationPolicy } from './0043-file-lock.ts'

/**
 * A new way in for somebody who lost hers is given by two colleagues, not by one administrator (security design 3.5). Who
 * asked, who saw that it is she and how, and who stopped it stay: it is what a takeover from inside would look like.
 */
const changes = sql`
create table account_recovery (
  org_id uuid not null references organisation (id),
  id uuid not null,
  member_id uuid not null,
  reason text not null check (reason in ('password', 'phone', 'both')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  first_by uuid,
  first_how text check (first_how in ('in_person', 'video')),
  first_at timestamptz,
  second_by uuid,
  second_how text check (second_how in ('in_person', 'video')),
  second_at timestamptz,
  stopped_by uuid,
  stopped_at timestamptz,
  used_by uuid,
  used_at timestamptz,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id),
  foreign key (org_id, asked_by) references member (org_id, id),
  foreign key (org_id, first_by) references member (org_id, id),
  foreign key (org_id, second_by) references member (org_id, id),
  foreign key (org_id, stopped_by) references member (org_id, id),
  foreign key (org_id, used_by) references member (org_id, id),
  check (first_by <> member_id and second_by <> member_id and second_by <> first_by),
  check ((first_by is null) = (first_at is null) and (first_by is null) = (first_how is null)),
  check ((second_by is null) = (second_at is null) and (second_by is null) = (second_how is null)),
  check (second_by is null or first_by is not null),
  check (used_at is null or second_at is not null)
);
create index account_recovery_of on account_recovery (org_id, member_id);
grant select, insert, update on account_recovery to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
  await organisationPolicy(db, ['account_recovery'])
}
