import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { LoneVisitTable, LoneWordsTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type LoneVisitRow = Selectable<LoneVisitTable>

/** Her own for who goes; those of others for who may be called. */
const visibleVisits = (db: Db, actor: Actor) =>
  db
    .selectFrom('lone_visit')
    .where('lone_visit.org_id', '=', actor.orgId)
    .where((e) => {
      if (actor.kind === 'system' || isMemberWith(actor, 'coordinator', 'safeguarding_lead'))
        return e.lit(true)
      return isMemberWith(actor, 'worker') && actor.kind === 'member' && actor.workerId
        ? e('lone_visit.worker_id', '=', actor.workerId)
        : e.lit(false)
    })

/** The one she is in now, or else the last. */
export const findLastOf = (db: Db, actor: Actor, workerId: string): Promise<LoneVisitRow | undefined> =>
  visibleVisits(db, actor)
    .selectAll('lone_visit')
    .where('worker_id', '=', workerId)
    .orderBy((e) => e('ended_at', 'is not', null))
    .orderBy('began_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const findLoneVisit = (db: Db, actor: Actor, id: string): Promise<LoneVisitRow | undefined> =>
  visibleVisits(db, actor).selectAll('lone_visit').where('lone_visit.id', '=', id).executeTakeFirst()

export const lockLoneVisit = (tx: Tx, actor: Actor, id: string): Promise<LoneVisitRow | undefined> =>
  visibleVisits(tx, actor)
    .selectAll('lone_visit')
    .where('lone_visit.id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** The visit that this is a way out of, whoever asks: only who holds it has its digest. */
export const findByWayOut = (db: Db, orgId: string, hash: Buffer): Promise<LoneVisitRow | undefined> =>
  db
    .selectFrom('lone_visit')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('way_out_hash', '=', hash)
    .executeTakeFirst()

/** Who is inside somewhere now, the first to be out first. */
export const listInside = (db: Db, actor: Actor, limit: number): Promise<LoneVisitRow[]> =>
  visibleVisits(db, actor)
    .selectAll('lone_visit')
    .where('ended_at', 'is', null)
    .orderBy('expected_at')
    .orderBy('id')
    .limit(limit)
    .execute()

/** Those at which the clock must look. */
export const findVisitsDue = (db: Db, orgId: string, now: Temporal.Instant): Promise<{ id: string }[]> =>
  db
    .selectFrom('lone_visit')
    .select('id')
    .where('org_id', '=', orgId)
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .orderBy('id')
    .execute()

/** `false` if she is inside somewhere already: two phones pressed at once. */
export async function insertLoneVisit(tx: Tx, row: Insertable<LoneVisitTable>): Promise<boolean> {
  const made = await tx
    .insertInto('lone_visit')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'worker_id']).where('ended_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Writes a locked row and counts its version up. */
export async function saveLoneVisit(
  tx: Tx,
  row: Pick<LoneVisitRow, 'org_id' | 'id' | 'version'>,
  changed: Updateable<LoneVisitTable>,
): Promise<void> {
  await tx
    .updateTable('lone_visit')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** When the clock looks next is nobody's decision: whoever has the page open is not told that it changed. */
export async function saveNextLook(
  tx: Tx,
  row: Pick<LoneVisitRow, 'org_id' | 'id'>,
  changed: Pick<Updateable<LoneVisitTable>, 'next_at' | 'asked_for'>,
): Promise<void> {
  await tx
    .updateTable('lone_visit')
    .set(changed)
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

export const findLoneWords = (
  db: Db,
  orgId: string,
  workerId: string,
): Promise<Selectable<LoneWordsTable> | undefined> =>
  db
    .selectFrom('lone_words')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('worker_id', '=', workerId)
    .executeTakeFirst()

export async function putLoneWords(tx: Tx, row: Insertable<LoneWordsTable>): Promise<void> {
  await tx
    .insertInto('lone_words')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'worker_id']).doUpdateSet((e) => ({
        safe_hash: e.ref('excluded.safe_hash'),
        duress_hash: e.ref('excluded.duress_hash'),
        set_at: e.ref('excluded.set_at'),
      })),
    )
    .execute()
}

export interface Unannounced {
  readonly contact_id: string
  readonly trajectory_id: string
  readonly worker_id: string
  readonly person_id: string
  readonly programme_id: string
  readonly programme_version: string
  readonly done_on: Day
}

/** Visits at a woman's home since this day of which the worker didn't say that she went in, the last first. */
export async function listUnannounced(
  db: Db,
  orgId: string,
  { since, limit }: { since: Day; limit: number },
): Promise<Unannounced[]> {
  const { rows } = await sql<Unannounced>`
    select contact.id as contact_id, contact.trajectory_id, contact.worker_id, worker.person_id,
      trajectory.programme_id, trajectory.programme_version, contact.done_on
    from contact
      join trajectory on trajectory.org_id = contact.org_id and trajectory.id = contact.trajectory_id
      join worker on worker.org_id = contact.org_id and worker.id = contact.worker_id
    where contact.org_id = ${orgId} and contact.state = 'done' and contact.mode = 'home'
      and contact.done_on >= ${since} and trajectory.state <> 'closed'
      and not exists (select from lone_visit where lone_visit.org_id = contact.org_id
        and lone_visit.worker_id = contact.worker_id and lone_visit.trajectory_id = contact.trajectory_id
        and lone_visit.on_day = contact.done_on)
    order by contact.done_on desc, contact.id limit ${sql.lit(limit)}
  `.execute(db)
  return rows
}
