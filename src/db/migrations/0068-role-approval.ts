import { type Kysely, sql } from 'kysely'
import { organisationPolicy } from './0043-file-lock.ts'

/**
 * Weighty roles that were given and wait for somebody else to agree: with an invitation, or to who is a member already.
 * `approver_until` keeps until when somebody could agree from whom that was taken, so that nobody gets alone by taking it.
 */
const approval = sql`
create table role_approval (
  org_id uuid not null references organisation (id),
  id uuid not null,
  invitation_id uuid,
  member_id uuid,
  roles text[] not null check (cardinality(roles) > 0),
  asked_by uuid not null,
  asked_at timestamptz not null,
  answer text check (answer in ('approved', 'refused', 'withdrawn')),
  answered_by uuid,
  answered_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, invitation_id) references invitation (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id),
  foreign key (org_id, asked_by) references member (org_id, id),
  foreign key (org_id, answered_by) references member (org_id, id),
  check ((invitation_id is null) <> (member_id is null)),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  check (answer = 'withdrawn' or (answered_by <> asked_by and answered_by is distinct from member_id))
);
create unique index role_approval_of_invitation on role_approval (org_id, invitation_id);
create unique index role_approval_open on role_approval (org_id, member_id) where answer is null;
create index role_approval_waiting on role_approval (org_id, asked_at) where answer is null;
grant select, insert, update on role_approval to naast_work;
alter table member add column approver_until date;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await approval.execute(db)
  await organisationPolicy(db, ['role_approval'])
}
