import { type Kysely, sql } from 'kysely'

/**
 * What a contact needs beyond the first tables: where it came from (the protocol's plan, an extra, or in place of
 * one that fell through), its phase, and why it was planned outside its window. And the order in which a caseload
 * is read: longest without contact first, closed trajectories apart.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table contact
      add column origin text not null default 'protocol' check (origin in ('protocol', 'extra', 'replacement')),
      add column replaces_id uuid,
      add column phase text,
      add column outside_reason text,
      add foreign key (org_id, replaces_id) references contact (org_id, id),
      add check ((origin = 'replacement') = (replaces_id is not null))
  `.execute(db)
  // One contact in place of one that fell through, also when two people log it at the same moment.
  await sql`create unique index contact_replaces on contact (org_id, replaces_id) where replaces_id is not null`.execute(
    db,
  )
  await sql`create index contact_worker on contact (org_id, worker_id) where state = 'planned'`.execute(db)
  await sql`
    create index trajectory_caseload on trajectory
      (org_id, (coalesce(last_contact_on, started_on, waiting_since, date '9999-12-31')), id)
      where state <> 'closed'
  `.execute(db)
}
