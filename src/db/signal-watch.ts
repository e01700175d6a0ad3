import { type RawBuilder, sql } from 'kysely'
import { type Db, goesAhead, type Tx } from '#db/connection.ts'
import type { Day, DayNumber } from '#domain/day.ts'

/** A trajectory whose signals are held: nobody else looks at them until this transaction ends. */
export interface Watched {
  readonly id: string
  readonly programme_id: string
  readonly programme_version: string
  readonly due_on: DayNumber | null
}

const holdThese = async (tx: Tx, orgId: string, ids: RawBuilder<unknown>): Promise<Watched[]> => {
  const { rows } = await sql<Watched>`
    select watch.id, watch.due_on - date '1970-01-01' as due_on, trajectory.programme_id, trajectory.programme_version
    from signal_watch watch
      join trajectory on trajectory.org_id = watch.org_id and trajectory.id = watch.id
    where watch.org_id = ${orgId} and watch.id = any(${ids})
    order by watch.id for update of watch
  `.execute(tx)
  return rows
}

/** Holds the signals of these, which `findDue` found. Always in the order of their ids, so that nobody waits in a ring. */
export const holdDue = (tx: Tx, orgId: string, ids: readonly string[]): Promise<Watched[]> =>
  holdThese(tx, orgId, sql`${`{${ids.join(',')}}`}::uuid[]`)

/**
 * Holds the signals of these trajectories and of every trajectory that these people's files say something about: a
 * mother, a child, the worker beside her. In the same order.
 */
export async function holdTouched(
  tx: Tx,
  orgId: string,
  of: { readonly trajectories: readonly string[]; readonly people: readonly string[] },
): Promise<Watched[]> {
  const people = [...of.people]
  const touched = sql`array(
    select unnest(${[...of.trajectories]}::uuid[])
    union all
    select t.id from trajectory t where t.org_id = ${orgId} and t.person_id = any(${people}::uuid[])
    union all
    select t.id from trajectory t where t.org_id = ${orgId} and t.child_id = any(${people}::uuid[])
    union all
    select t.id from trajectory t join worker w on w.org_id = t.org_id and w.id = t.worker_id
    where t.org_id = ${orgId} and w.org_id = ${orgId} and w.person_id = any(${people}::uuid[]))`
  await sql`
    insert into signal_watch (org_id, id)
    select org_id, id from trajectory where org_id = ${orgId} and id = any(${touched})
    on conflict do nothing ${goesAhead}
  `.execute(tx)
  return holdThese(tx, orgId, touched)
}

/** The day on which each of these is looked at again. */
export async function saveDue(
  tx: Tx,
  orgId: string,
  due: readonly { readonly id: string; readonly dueOn: DayNumber | null }[],
): Promise<void> {
  if (due.length === 0) return
  await sql`
    update signal_watch watch set due_on = date '1970-01-01' + next.due_on
    from unnest(${due.map(({ id }) => id)}::uuid[], ${due.map(({ dueOn }) => dueOn)}::int[]) as next(id, due_on)
    where watch.org_id = ${orgId} and watch.id = next.id ${goesAhead}
  `.execute(tx)
}

/** Whose signals time may have turned by this day; without a day all of them. In the order of their ids. */
export async function findDue(
  db: Db,
  orgId: string,
  { by, after, limit }: { readonly by: Day | null; readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('signal_watch')
    .select('id')
    .where('org_id', '=', orgId)
    .$if(by !== null, (query) => query.where('due_on', '<=', by))
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}
