import { type Kysely, sql } from 'kysely'

/**
 * The codes of municipalities and districts change a little each year: they hold for the division of one year, which is
 * kept with them (domain.md 3.9). What was read in before says nothing of it.
 */
const changes = sql`
alter table postcode_area add column codes_year int check (codes_year between 1995 and 2100);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await changes.execute(db)
}
