import { type Kysely, sql } from 'kysely'

/**
 * What each side of a match said, apart, at a moment of its programme. When the moments are follows from the match and
 * is not kept; what was said is kept once and never written over. Words are sealed under the key of who said them.
 */
const checkIn = sql`
create table check_in (
  org_id uuid not null,
  id uuid not null,
  match_id uuid not null,
  side text not null check (side in ('mother', 'worker')),
  moment text not null check (moment ~ '^(w[0-9]{1,3}|t[0-9]{4}-[0-9]{2}-[0-9]{2})$'),
  -- Its day as it was planned when it was held or missed.
  due_on date not null,
  state text not null check (state in ('done', 'missed')),
  on_day date not null,
  way text check (way in ('phone', 'visit', 'elsewhere', 'written', 'herself')),
  fit text check (fit in ('yes', 'partly', 'no')),
  often text check (often in ('weekly', 'fortnightly', 'monthly', 'less', 'not')),
  hard text check (hard in ('no', 'a_little', 'yes')),
  go_on text check (go_on in ('yes', 'unsure', 'no')),
  note_sealed bytea,
  missed_code text check (missed_code in ('not_reached', 'not_safe', 'rather_not', 'no_time', 'other')),
  settled_by uuid,
  settled_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, match_id, side, moment),
  foreign key (org_id, match_id) references match (org_id, id),
  foreign key (org_id, settled_by) references member (org_id, id),
  check ((state = 'done') = (way is not null)),
  check ((state = 'missed') = (missed_code is not null)),
  check (way <> 'herself' or side = 'worker')
);
alter table check_in enable row level security;
alter table check_in force row level security;
create policy organisation_only on check_in
  using (org_id = (select nullif(current_setting('naast.org', true), '')::uuid))
  with check (org_id = (select nullif(current_setting('naast.org', true), '')::uuid));
grant select, insert on check_in to naast_work;

-- Her first, tenth, hundredth visit.
create index contact_done_worker on contact (org_id, worker_id, done_on) where state = 'done';
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await checkIn.execute(db)
}
