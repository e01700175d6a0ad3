import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { type MatchRow, visibleMatches } from '#db/match.ts'
import type { CheckInTable } from '#db/tables.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import type { Day } from '#domain/day.ts'
import { openMatchStates, runningMatchStates } from '#domain/match/match.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type CheckInRow = Selectable<CheckInTable>

/**
 * What was said that this actor may read: a coordinator both sides, a worker what she said herself while the match
 * runs. Whoever stands beside her reads neither what she said about it, nor anything of who was before.
 */
const visibleCheckIns = (db: Db, actor: Actor) => {
  const workerId = actor.kind === 'member' ? actor.workerId : null
  const rows = db
    .selectFrom('check_in')
    .innerJoin('match', (join) =>
      join.onRef('match.org_id', '=', 'check_in.org_id').onRef('match.id', '=', 'check_in.match_id'),
    )
    .innerJoin('trajectory', (join) =>
      join.onRef('trajectory.org_id', '=', 'match.org_id').onRef('trajectory.id', '=', 'match.trajectory_id'),
    )
    .where('check_in.org_id', '=', actor.orgId)
  if (actor.kind === 'system') return rows
  if (isMemberWith(actor, 'coordinator'))
    return workerId === null
      ? rows
      : rows.where((e) =>
          e.or([
            e.and([e('match.worker_id', '=', workerId), e('check_in.side', '=', 'worker')]),
            e.and([
              e('match.worker_id', '<>', workerId),
              e('trajectory.worker_id', 'is distinct from', workerId),
            ]),
          ]),
        )
  return isMemberWith(actor, 'worker') && workerId !== null
    ? rows
        .where('match.worker_id', '=', workerId)
        .where('match.state', 'in', [...openMatchStates])
        .where('check_in.side', '=', 'worker')
    : rows.where(sql.lit(false))
}

export const listCheckIns = (db: Db, actor: Actor, matchIds: readonly string[]): Promise<CheckInRow[]> =>
  visibleCheckIns(db, actor)
    .selectAll('check_in')
    .where('check_in.match_id', '=', (e) => e.fn.any(e.val([...matchIds])))
    .orderBy('check_in.due_on')
    .orderBy('check_in.id')
    .execute()

export async function insertCheckIn(tx: Tx, row: Insertable<CheckInTable>): Promise<void> {
  await tx.insertInto('check_in').values(row).execute()
}

export interface RestStep {
  readonly match_id: string
  readonly step: string
  readonly on_day: Day
}

/** When these matches rested and went on, in order. */
export const findRests = (db: Db, orgId: string, matchIds: readonly string[]): Promise<RestStep[]> =>
  db
    .selectFrom('match_step')
    .select(['match_id', 'step', 'on_day'])
    .where('org_id', '=', orgId)
    .where('match_id', '=', (e) => e.fn.any(e.val([...matchIds])))
    .where('step', 'in', ['pause', 'resume', 'resume-trial', 'resume-tapering'])
    .orderBy('on_day')
    .orderBy('id')
    .execute()

export type CheckInMatch = Pick<
  MatchRow,
  | 'id'
  | 'trajectory_id'
  | 'worker_id'
  | 'state'
  | 'started_on'
  | 'trial_until'
  | 'confirmed_on'
  | 'last_visit_on'
  | 'last_visit_held_on'
  | 'ended_on'
> & {
  readonly trajectory_worker_id: string | null
} & Pick<TrajectoryRow, 'person_id' | 'programme_id' | 'programme_version'>

/** Matches that began, as this actor may see them, with what moves their check-ins. */
export const visibleBegun = (db: Db, actor: Actor) =>
  visibleMatches(db, actor)
    .innerJoin('trajectory', (join) =>
      join.onRef('trajectory.org_id', '=', 'match.org_id').onRef('trajectory.id', '=', 'match.trajectory_id'),
    )
    .select([
      'match.id',
      'match.trajectory_id',
      'match.worker_id',
      'match.state',
      'match.started_on',
      'match.trial_until',
      'match.confirmed_on',
      'match.last_visit_on',
      'match.last_visit_held_on',
      'match.ended_on',
      'trajectory.worker_id as trajectory_worker_id',
      'trajectory.person_id',
      'trajectory.programme_id',
      'trajectory.programme_version',
    ])
    .where('match.started_on', 'is not', null)

export const findBegun = (db: Db, actor: Actor, id: string): Promise<CheckInMatch | undefined> =>
  visibleBegun(db, actor).where('match.id', '=', id).executeTakeFirst()

/** All who ever stood beside her in this trajectory, the last first. */
export const listBegunOf = (db: Db, actor: Actor, trajectoryId: string): Promise<CheckInMatch[]> =>
  visibleBegun(db, actor)
    .where('match.trajectory_id', '=', trajectoryId)
    .orderBy('match.started_on', 'desc')
    .orderBy('match.id', 'desc')
    .execute()

/** The running matches of one worker. */
export const listBegunOfWorker = (db: Db, actor: Actor, workerId: string): Promise<CheckInMatch[]> =>
  visibleBegun(db, actor)
    .where('match.worker_id', '=', workerId)
    .where('match.state', 'in', [...runningMatchStates])
    .orderBy('match.started_on')
    .orderBy('match.id')
    .execute()

/**
 * Running matches of these programmes for which somebody may have to be asked by now: those of which a side was not
 * heard in the shortest time between two check-ins, who waits longest first. Which really are due, the plan says.
 */
export const listPerhapsDue = (
  db: Db,
  actor: Actor,
  {
    programmes,
    today,
    firstDays,
    gapDays,
    limit,
  }: {
    programmes: readonly { readonly id: string; readonly version: string }[]
    today: Day
    firstDays: number
    gapDays: number
    limit: number
  },
): Promise<CheckInMatch[]> => {
  const heard = sql<Day | null>`(
    select case when count(distinct side) = 2 then min(last) end from (
      select side, max(due_on) as last from check_in
      where check_in.org_id = match.org_id and check_in.match_id = match.id group by side
    ) as heard
  )`
  return visibleBegun(db, actor)
    .where('match.state', 'in', ['trial', 'active', 'tapering'])
    .where('match.last_visit_held_on', 'is', null)
    .where((e) =>
      e.or(
        programmes.map(({ id, version }) =>
          e.and([e('trajectory.programme_id', '=', id), e('trajectory.programme_version', '=', version)]),
        ),
      ),
    )
    .where((e) =>
      e.or([
        e('match.started_on', '<=', today.subtract({ days: firstDays })),
        e('match.trial_until', '<=', today),
      ]),
    )
    .where((e) => e.or([e(heard, 'is', null), e(heard, '<=', today.subtract({ days: gapDays }))]))
    .orderBy((e) => sql`coalesce(${heard}, ${e.ref('match.started_on')})`)
    .orderBy('match.id')
    .limit(limit)
    .execute()
}
