import { type Kysely, sql } from 'kysely'

/**
 * A planned talk with a worker ends in one of three ways: it was held, it has another day, or it isn't needed, with the
 * reason. `follows_id` is the talk that it came in the place of, so that a day that was moved again and again is seen.
 */
const settled = sql`
alter table worker_talk drop constraint worker_talk_state_check;
alter table worker_talk
  add column reason_code text,
  add column follows_id uuid,
  add check (state in ('planned', 'done', 'missed', 'moved', 'cancelled')),
  add check (reason_code is null or state = 'cancelled'),
  add foreign key (org_id, follows_id) references worker_talk (org_id, id);
create unique index worker_talk_follows on worker_talk (org_id, follows_id) where follows_id is not null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await settled.execute(db)
}
