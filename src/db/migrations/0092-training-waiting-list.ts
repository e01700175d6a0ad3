import { type Kysely, sql } from 'kysely'

/**
 * A waiting list for trainings: whoever signs up for a full one waits, in the order in which they did. Who had a seat
 * before there was such a list stands before all others.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
alter table training_place
  add column state text not null default 'seat' check (state in ('seat', 'waiting')),
  add column number int not null default 0 check (number >= 0),
  add column moved_up_at timestamptz,
  add check (state = 'seat' or (moved_up_at is null and certified_on is null));
`.execute(db)
}
