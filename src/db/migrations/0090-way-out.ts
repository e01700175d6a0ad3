import { type Kysely, sql } from 'kysely'

/**
 * With what a phone may say "I'm out" after its session ended (`docs/decisions/0031-going-alone.md`): what it holds is known
 * here by its digest, and stands sealed under the worker's own key, so that her other phone can be given the same.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
alter table lone_visit add column way_out_hash bytea, add column way_out_sealed bytea,
  add check ((way_out_hash is null) = (way_out_sealed is null));
create unique index lone_visit_way_out on lone_visit (org_id, way_out_hash) where way_out_hash is not null;
`.execute(db)
}
