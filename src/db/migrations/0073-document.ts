import { type Kysely, sql } from 'kysely'
import { lockPolicy, lockPolicyUnder, organisationPolicy } from './0043-file-lock.ts'
import { awayPolicy, awayPolicyUnder } from './0063-retention.ts'

/**
 * Documents in a person's file, or with a request for a child's (`docs/decisions/0026-documents-in-her-file.md`). What is
 * in one stands apart, in segments of 64 KiB that are each sealed under her key; taken out, they are deleted and the row
 * stays, to say that there was one.
 */
const tables = sql`
create table document (
  org_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  person_id uuid,
  trajectory_id uuid,
  child_request_id uuid,
  consent_id uuid,
  kind text not null check (kind in ('signed_consent', 'referral_letter', 'wmo_letter', 'other', 'authority')),
  name_sealed bytea,
  type text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
  size int not null check (size > 0),
  salt bytea not null check (octet_length(salt) = 32),
  state text not null check (state in ('kept', 'removal_asked', 'removed')),
  added_by uuid not null,
  added_on date not null,
  added_at timestamptz not null,
  removal_reason text check (removal_reason in ('wrong_file', 'identity_document', 'tells_of_others', 'not_needed',
    'she_asked')),
  removal_asked_by uuid,
  removal_asked_at timestamptz,
  removed_by uuid,
  removed_at timestamptz,
  version int not null default 1,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id),
  foreign key (org_id, trajectory_id) references trajectory (org_id, id),
  foreign key (org_id, child_request_id) references child_request (org_id, id),
  foreign key (org_id, consent_id) references consent (org_id, id),
  foreign key (org_id, added_by) references member (org_id, id),
  foreign key (org_id, removal_asked_by) references member (org_id, id),
  foreign key (org_id, removed_by) references member (org_id, id),
  check ((trajectory_id is null) = (person_id is null)),
  check ((trajectory_id is null) <> (child_request_id is null)),
  check (owner_id = coalesce(person_id, child_request_id)),
  check ((kind = 'authority') = (child_request_id is not null)),
  check (consent_id is null or kind = 'signed_consent'),
  check ((state = 'removed') = (removed_by is not null)),
  check ((removed_by is null) = (removed_at is null)),
  check (state <> 'removal_asked' or removal_asked_by is not null),
  check (state = 'kept' or removal_reason is not null),
  check (removal_asked_by is null or removed_by is null or removal_asked_by <> removed_by)
);
create index document_trajectory on document (org_id, trajectory_id) where trajectory_id is not null;
create index document_owner on document (org_id, owner_id);
create index document_request on document (org_id, child_request_id) where child_request_id is not null;
create index document_consent on document (org_id, consent_id) where consent_id is not null;
create index document_added on document (org_id, added_by, added_on);
create index document_removal on document (org_id, removal_asked_at) where state = 'removal_asked';

create table document_segment (
  org_id uuid not null,
  document_id uuid not null,
  number int not null check (number >= 0),
  body_sealed bytea not null check (octet_length(body_sealed) between 17 and 65552),
  primary key (org_id, document_id, number),
  foreign key (org_id, document_id) references document (org_id, id)
);
-- Sealed bytes can't be packed; trying costs time and wins nothing.
alter table document_segment alter column body_sealed set storage external;

grant select, insert, update on document to naast_work;
grant select, insert, delete on document_segment to naast_work;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await tables.execute(db)
  await organisationPolicy(db, ['document', 'document_segment'])
  await lockPolicy(db, 'document', ['person_id', 'trajectory_id'])
  await lockPolicyUnder(db, 'document', 'child_request_id', 'child_request')
  await lockPolicyUnder(db, 'document_segment', 'document_id', 'document')
  await awayPolicy(db, 'document', ['person_id', 'trajectory_id'])
  await awayPolicyUnder(db, 'document', 'child_request_id', 'child_request')
  await awayPolicyUnder(db, 'document_segment', 'document_id', 'document')
}
