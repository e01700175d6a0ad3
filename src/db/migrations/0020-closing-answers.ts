import { type Kysely, sql } from 'kysely'

/** What only the person who closed could tell: the answer for each fact that the programme's rule asks for. */
const changes = sql`
alter table closure add column told jsonb not null default '{}';
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
}
