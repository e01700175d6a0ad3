import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import { type Db, goesAhead, type Tx } from '#db/connection.ts'
import type { SignalStepTable, SignalTable } from '#db/tables.ts'
import { visibleTrajectories } from '#db/trajectory.ts'
import type { Day } from '#domain/day.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import { bySeverity } from '#domain/signal/signal.ts'

export type SignalRow = Selectable<SignalTable>
export type SignalStepRow = Selectable<SignalStepTable>

/**
 * The signals this actor may see. Who watches over trajectories sees all of those, a worker the ones that are hers to
 * answer, a programme manager those that are a manager's, of whatever trajectory.
 */
const visibleSignals = (db: Db, actor: Actor) =>
  db
    .selectFrom('signal')
    .innerJoin('trajectory', (join) =>
      join
        .onRef('trajectory.org_id', '=', 'signal.org_id')
        .onRef('trajectory.id', '=', 'signal.trajectory_id'),
    )
    .where('signal.org_id', '=', actor.orgId)
    .where((e) => {
      const watches = actor.kind === 'system' || isMemberWith(actor, 'coordinator', 'safeguarding_lead')
      const own = e('signal.trajectory_id', 'in', visibleTrajectories(db, actor).select('trajectory.id'))
      return e.or([
        e.lit(watches),
        e.and([e('signal.owner', '=', 'manager'), e.lit(isMemberWith(actor, 'programme_manager'))]),
        ...(isMemberWith(actor, 'worker') ? [e.and([e('signal.owner', '=', 'worker'), own])] : []),
      ])
    })

const shown = [
  'signal.id',
  'signal.trajectory_id',
  'signal.rule_id',
  'signal.severity',
  'signal.owner',
  'signal.arose_on',
  'signal.ended_on',
  'signal.quiet_until',
  'signal.version',
  'trajectory.person_id',
  'trajectory.programme_id',
  'trajectory.programme_version',
  'trajectory.state as trajectory_state',
  'trajectory.quiet_since',
] as const
export type ShownSignal = NonNullable<Awaited<ReturnType<typeof findSignal>>>

/** One signal, also one that ended. */
export const findSignal = (db: Db, actor: Actor, id: string) =>
  visibleSignals(db, actor).select(shown).where('signal.id', '=', id).executeTakeFirst()

export interface SignalAsk {
  /** Of one trajectory, instead of all. */
  readonly trajectoryId: string | null
  /** Also those that ended. */
  readonly ended: boolean
  /** Leaves out what may wait until after this day. */
  readonly loudOn: Day | null
  /** Only those that are these owners' to answer. */
  readonly owners?: readonly string[]
  readonly limit: number
}

/** Danger first; the same words as the index `signal_in_order` has. */
const rank = sql`array_position(${sql.lit(`{${bySeverity.join(',')}}`)}::text[], signal.severity)`

/** Danger first, then the oldest. */
export const listSignalRows = (db: Db, actor: Actor, ask: SignalAsk) =>
  visibleSignals(db, actor)
    .select(shown)
    .$if(!ask.ended, (query) => query.where('signal.ended_at', 'is', null))
    .$if(ask.trajectoryId !== null, (query) =>
      query.where('signal.trajectory_id', '=', ask.trajectoryId ?? ''),
    )
    .$if(ask.loudOn !== null, (query) =>
      query.where((e) =>
        e.or([e('signal.quiet_until', 'is', null), e('signal.quiet_until', '<=', ask.loudOn)]),
      ),
    )
    .$if(ask.owners !== undefined, (query) => query.where('signal.owner', 'in', [...(ask.owners ?? [])]))
    .$if(ask.ended, (query) => query.orderBy((e) => e('signal.ended_at', 'is not', null)))
    .orderBy(rank)
    .orderBy('signal.arose_on')
    .orderBy('signal.id')
    // In the text, not a value: a plan that is kept must know that a page is asked for, and take them in this order.
    .limit(sql.lit(ask.limit))
    .execute()

/** What stands on this trajectory, danger first, as a part of a query that asks for more of it; days are text. */
export const standingSignalsOf = (db: Db, actor: Actor, trajectoryId: string) =>
  jsonArrayFrom(
    visibleSignals(db, actor)
      .select((e) => [
        'signal.id',
        'signal.rule_id',
        'signal.severity',
        'signal.owner',
        'signal.arose_on',
        'signal.quiet_until',
        jsonObjectFrom(
          e
            .selectFrom('signal_step')
            .select(['signal_step.kind', 'signal_step.code'])
            .whereRef('signal_step.org_id', '=', 'signal.org_id')
            .whereRef('signal_step.signal_id', '=', 'signal.id')
            .orderBy('signal_step.taken_at', 'desc')
            .orderBy('signal_step.id', 'desc')
            .limit(sql.lit(1)),
        ).as('last'),
      ])
      .where('signal.trajectory_id', '=', trajectoryId)
      .where('signal.ended_at', 'is', null)
      .orderBy(rank)
      .orderBy('signal.arose_on')
      .orderBy('signal.id'),
  ).$castTo<
    readonly {
      readonly id: string
      readonly rule_id: string
      readonly severity: string
      readonly owner: string
      readonly arose_on: string
      readonly quiet_until: string | null
      readonly last: Pick<SignalStepRow, 'kind' | 'code'> | null
    }[]
  >()

/** What stands on these trajectories. The caller has found them as hers to see. */
export const listStandingOf = (db: Db, orgId: string, trajectoryIds: readonly string[]) =>
  db
    .selectFrom('signal')
    .innerJoin('trajectory', (join) =>
      join
        .onRef('trajectory.org_id', '=', 'signal.org_id')
        .onRef('trajectory.id', '=', 'signal.trajectory_id'),
    )
    .select(shown)
    .where('signal.org_id', '=', orgId)
    .where('signal.trajectory_id', '=', sql<string>`any(${[...trajectoryIds]}::uuid[])`)
    .where('signal.ended_at', 'is', null)
    .execute()

/** The row, held until the transaction ends. The caller found it through `findSignal`. */
export const lockSignal = (tx: Tx, orgId: string, id: string): Promise<SignalRow | undefined> =>
  tx
    .selectFrom('signal')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function saveSignal(tx: Tx, row: SignalRow, changed: Updateable<SignalTable>): Promise<void> {
  await tx
    .updateTable('signal')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

export async function insertSignalStep(tx: Tx, row: Insertable<SignalStepTable>): Promise<void> {
  await tx.insertInto('signal_step').values(row).execute()
}

/** What people did with these signals, the latest first. */
export const listSignalSteps = (db: Db, orgId: string, ids: readonly string[]): Promise<SignalStepRow[]> =>
  db
    .selectFrom('signal_step')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('signal_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('taken_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Rules of this trajectory that somebody let work go on in spite of, for as long as the signal stands. */
export async function findSetAside(db: Db, orgId: string, trajectoryId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('signal')
    .innerJoin('signal_step', (join) =>
      join.onRef('signal_step.org_id', '=', 'signal.org_id').onRef('signal_step.signal_id', '=', 'signal.id'),
    )
    .select('signal.rule_id')
    .where('signal.org_id', '=', orgId)
    .where('signal.trajectory_id', '=', trajectoryId)
    .where('signal.ended_at', 'is', null)
    .where('signal_step.kind', '=', 'set_aside')
    .execute()
  return new Set(rows.map((row) => row.rule_id))
}

/** Many at once. Nobody reads the answer, so that it goes to the database with what comes next. */
export async function insertSignals(tx: Tx, rows: readonly Insertable<SignalTable>[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const column = <Key extends keyof SignalTable>(key: Key) => rows.map((row) => row[key])
  await sql`
    insert into signal (org_id, id, trajectory_id, rule_id, severity, owner, arose_on, arose_at)
    select ${first.org_id}, id, trajectory_id, rule_id, severity, owner, ${first.arose_on}::date, ${first.arose_at}::timestamptz
    from unnest(${column('id')}::uuid[], ${column('trajectory_id')}::uuid[], ${column('rule_id')}::text[],
      ${column('severity')}::text[], ${column('owner')}::text[]) as made(id, trajectory_id, rule_id, severity, owner)
    ${goesAhead}
  `.execute(tx)
}

export async function endSignals(
  tx: Tx,
  orgId: string,
  ids: readonly string[],
  { today, now }: { today: Day; now: Temporal.Instant },
): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update signal set ended_on = ${today}, ended_at = ${now}, version = version + 1
    where org_id = ${orgId} and id = any(${[...ids]}::uuid[]) ${goesAhead}
  `.execute(tx)
}
