import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { SafeContactPolicyTable } from '#db/tables.ts'
import { visibleTrajectories } from '#db/trajectory.ts'
import type { Day } from '#domain/day.ts'
import type { Actor } from '#domain/member/actor.ts'

export type SafeContactRow = Selectable<SafeContactPolicyTable>

/** The terms that count now; earlier ones stay, ended. Visibility is decided by whoever found the person. */
export const findSafeContact = (
  db: Db,
  orgId: string,
  personId: string,
): Promise<SafeContactRow | undefined> =>
  db
    .selectFrom('safe_contact_policy')
    .select([
      'org_id',
      'id',
      'person_id',
      'terms_sealed',
      'from_at',
      'until_at',
      'confirmed_on',
      'confirmed_by',
    ])
    .where('org_id', '=', orgId)
    .where('person_id', '=', personId)
    .where('until_at', 'is', null)
    .executeTakeFirst()

/** The terms that count now, held until the transaction ends; her file is held too, for the first terms. */
export async function lockSafeContact(
  tx: Tx,
  orgId: string,
  personId: string,
): Promise<SafeContactRow | undefined> {
  await tx
    .selectFrom('person')
    .select('id')
    .where('org_id', '=', orgId)
    .where('id', '=', personId)
    .forUpdate()
    .execute()
  return findSafeContact(tx, orgId, personId)
}

/** Puts new terms in the place of those that counted until now. Call with her file held. */
export async function replaceSafeContact(tx: Tx, row: Insertable<SafeContactPolicyTable>): Promise<void> {
  await tx
    .updateTable('safe_contact_policy')
    .set({ until_at: row.from_at })
    .where('org_id', '=', row.org_id)
    .where('person_id', '=', row.person_id)
    .where('until_at', 'is', null)
    .execute()
  await tx.insertInto('safe_contact_policy').values(row).execute()
}

/** First terms of many people at once, for a synthetic region. */
export async function insertSafeContacts(
  tx: Tx,
  rows: readonly Insertable<SafeContactPolicyTable>[],
): Promise<void> {
  await tx
    .insertInto('safe_contact_policy')
    .values([...rows])
    .execute()
}

/** Her open trajectories, each with the last moment at which its phase changed. */
export async function findCoursesOf(
  db: Db,
  orgId: string,
  personId: string,
): Promise<{ programme_id: string; programme_version: string; turned_at: Temporal.Instant | null }[]> {
  const { rows } = await sql<{
    programme_id: string
    programme_version: string
    turned_at: Temporal.Instant | null
  }>`
    select t.programme_id, t.programme_version, ${lastTurn} as turned_at
    from trajectory t left join trajectory_phase p on p.org_id = t.org_id and p.trajectory_id = t.id
    where t.org_id = ${orgId} and t.person_id = ${personId} and t.state <> 'closed'
    group by t.org_id, t.id
  `.execute(db)
  return rows
}

/** Over the phases `p` of one trajectory: when it last came into another or out of one. That it began is no change. */
export const lastTurn = sql<Temporal.Instant | null>`
  greatest(nullif(max(p.began_at), min(p.began_at)), max(p.ended_at))`

export interface TermsDue {
  readonly id: string
  readonly person_id: string
  /** The last day on which they count. */
  readonly until: Day
}
/**
 * Trajectories that run and whose terms are to be asked again: each programme's versions with how many days terms count
 * there, and from how many days before it is time to ask. What a standing signal says already is left out.
 */
export async function findTermsDue(
  db: Db,
  actor: Actor,
  ask: {
    readonly today: Day
    readonly programmes: readonly { id: string; version: string; days: number; ahead: number }[]
    readonly saidBy: readonly string[]
    readonly limit: number
  },
): Promise<TermsDue[]> {
  const column = (of: 'id' | 'version' | 'days' | 'ahead') => ask.programmes.map((one) => one[of])
  return visibleTrajectories(db, actor)
    .innerJoin(
      sql<{ id: string; version: string; days: number; ahead: number }>`(
        select * from unnest(${column('id')}::text[], ${column('version')}::text[], ${column('days')}::int[],
          ${column('ahead')}::int[]) as p (id, version, days, ahead))`.as('clock'),
      (join) =>
        join
          .onRef('clock.id', '=', 'trajectory.programme_id')
          .onRef('clock.version', '=', 'trajectory.programme_version'),
    )
    .innerJoin('safe_contact_policy as terms', (join) =>
      join
        .onRef('terms.org_id', '=', 'trajectory.org_id')
        .onRef('terms.person_id', '=', 'trajectory.person_id')
        .on('terms.until_at', 'is', null),
    )
    .where('trajectory.state', 'in', ['waiting', 'active', 'paused'])
    .where(
      sql<boolean>`terms.confirmed_on + clock.days - clock.ahead <= ${ask.today}::date
        and (terms.confirmed_on + clock.days >= ${ask.today}::date or not exists (select from signal s
          where s.org_id = trajectory.org_id and s.trajectory_id = trajectory.id and s.ended_at is null
            and s.rule_id = any(${[...ask.saidBy]}::text[])))`,
    )
    .select([
      'trajectory.id',
      'trajectory.person_id',
      sql<Day>`(terms.confirmed_on + clock.days)::date`.as('until'),
    ])
    .orderBy('until')
    .orderBy('trajectory.id')
    .limit(ask.limit)
    .execute()
}
