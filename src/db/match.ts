import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { MatchTable, MatchWishTable } from '#db/tables.ts'
import { openMatchStates, takesRoom } from '#domain/match/match.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type MatchRow = Selectable<MatchTable>

/**
 * The matches this actor may see: coordinators and Naast's own jobs all, a worker the open ones that are about her.
 * A proposal that was taken back or declined is gone for her; everyone else sees none.
 */
export const visibleMatches = (db: Db, actor: Actor) =>
  db
    .selectFrom('match')
    .where('match.org_id', '=', actor.orgId)
    .where((e) => {
      if (actor.kind === 'system' || isMemberWith(actor, 'coordinator')) return e.lit(true)
      if (isMemberWith(actor, 'worker') && actor.workerId)
        return e.and([
          e('match.worker_id', '=', actor.workerId),
          e('match.state', 'in', [...openMatchStates]),
        ])
      return e.lit(false)
    })

export const findMatch = (db: Db, actor: Actor, id: string): Promise<MatchRow | undefined> =>
  visibleMatches(db, actor).selectAll('match').where('match.id', '=', id).executeTakeFirst()

export const lockMatch = (tx: Tx, actor: Actor, id: string): Promise<MatchRow | undefined> =>
  visibleMatches(tx, actor).selectAll('match').where('match.id', '=', id).forUpdate().executeTakeFirst()

export const listMatchRows = (
  db: Db,
  actor: Actor,
  where: {
    states?: readonly string[]
    trajectoryIds?: readonly string[]
    workerIds?: readonly string[]
    limit: number
  },
): Promise<MatchRow[]> => {
  const { states, trajectoryIds, workerIds, limit } = where
  return visibleMatches(db, actor)
    .selectAll('match')
    .$if(states !== undefined, (query) => query.where('match.state', 'in', [...(states ?? [])]))
    .$if(trajectoryIds !== undefined, (query) =>
      query.where('match.trajectory_id', '=', (e) => e.fn.any(e.val([...(trajectoryIds ?? [])]))),
    )
    .$if(workerIds !== undefined, (query) =>
      query.where('match.worker_id', '=', (e) => e.fn.any(e.val([...(workerIds ?? [])]))),
    )
    .orderBy('match.id', 'desc')
    .limit(limit)
    .execute()
}

/** The proposals that came of a matching meeting. */
export const listMatchesOfMeeting = (db: Db, actor: Actor, meetingId: string): Promise<MatchRow[]> =>
  visibleMatches(db, actor)
    .selectAll('match')
    .where('match.meeting_id', '=', meetingId)
    .orderBy('match.id')
    .execute()

export async function insertMatch(tx: Tx, row: Insertable<MatchTable>): Promise<void> {
  await tx.insertInto('match').values(row).execute()
}

/** Writes a locked row and counts its version up. */
export async function saveMatch(tx: Tx, row: MatchRow, changed: Updateable<MatchTable>): Promise<void> {
  await tx
    .updateTable('match')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** For each worker: places taken now, and women she ever stood beside. Workers with neither are absent. */
export async function countMatches(
  db: Db,
  orgId: string,
  workerIds: readonly string[],
): Promise<Map<string, { taken: number; begun: number }>> {
  if (workerIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('match')
    .select((e) => [
      'worker_id',
      e.fn
        .countAll<string>()
        .filterWhere('state', 'in', [...takesRoom])
        .as('taken'),
      e.fn.countAll<string>().filterWhere('started_on', 'is not', null).as('begun'),
    ])
    .where('org_id', '=', orgId)
    .where('worker_id', 'in', [...workerIds])
    .groupBy('worker_id')
    .execute()
  return new Map(rows.map((row) => [row.worker_id, { taken: Number(row.taken), begun: Number(row.begun) }]))
}

export interface WomanTaken {
  readonly worker_id: string
  readonly trajectory_id: string
  readonly phase: string | null
  readonly programme_id: string
  readonly programme_version: string
}

/** For each worker: every woman who takes one of her places, with what she weighs by. */
export async function findWomenTaken(
  db: Db,
  orgId: string,
  workerIds: readonly string[],
): Promise<readonly WomanTaken[]> {
  if (workerIds.length === 0) return []
  return db
    .selectFrom('match')
    .innerJoin('trajectory', (join) =>
      join.onRef('trajectory.org_id', '=', 'match.org_id').onRef('trajectory.id', '=', 'match.trajectory_id'),
    )
    .select([
      'match.worker_id',
      'match.trajectory_id',
      'trajectory.phase',
      'trajectory.programme_id',
      'trajectory.programme_version',
    ])
    .where('match.org_id', '=', orgId)
    .where('match.worker_id', 'in', [...workerIds])
    .where('match.state', 'in', [...takesRoom])
    .execute()
}

export const pairKey = (personId: string, workerId: string): string => `${personId} ${workerId}`

/**
 * Women and workers who were proposed to each other before and one of the two said no, or with whom it didn't click, in
 * any of her trajectories.
 */
export const findDeclinedPairs = async (
  db: Db,
  orgId: string,
  personIds: readonly string[],
): Promise<Set<string>> => {
  if (personIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('match')
    .innerJoin('trajectory', (join) =>
      join.onRef('trajectory.org_id', '=', 'match.org_id').onRef('trajectory.id', '=', 'match.trajectory_id'),
    )
    .select(['trajectory.person_id', 'match.worker_id'])
    .distinct()
    .where('match.org_id', '=', orgId)
    .where('trajectory.person_id', '=', (e) => e.fn.any(e.val([...personIds])))
    .where((e) => e.or([e('match.state', '=', 'declined'), e('match.end_reason', '=', 'no_click')]))
    .execute()
  return new Set(rows.map((row) => pairKey(row.person_id, row.worker_id)))
}

/** The match that is open on this trajectory, held; at most one, the index keeps it so. */
export const lockOpenMatch = (tx: Tx, orgId: string, trajectoryId: string): Promise<MatchRow | undefined> =>
  tx
    .selectFrom('match')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('state', 'in', [...openMatchStates])
    .forUpdate()
    .executeTakeFirst()

/** What these women hope for, as far as somebody asked. */
export const findWishes = (
  db: Db,
  orgId: string,
  trajectoryIds: readonly string[],
): Promise<Selectable<MatchWishTable>[]> =>
  trajectoryIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('match_wish')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('trajectory_id', '=', (e) => e.fn.any(e.val([...trajectoryIds])))
        .execute()

export const findWish = (
  db: Db,
  orgId: string,
  trajectoryId: string,
): Promise<Selectable<MatchWishTable> | undefined> =>
  db
    .selectFrom('match_wish')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .executeTakeFirst()

export async function insertWish(tx: Tx, row: Insertable<MatchWishTable>): Promise<void> {
  await tx.insertInto('match_wish').values(row).execute()
}

/** Writes if nobody else did since `version`; false if somebody did. */
export async function updateWish(
  tx: Tx,
  orgId: string,
  trajectoryId: string,
  version: number,
  changed: Pick<Insertable<MatchWishTable>, 'wishes_sealed' | 'changed_at'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('match_wish')
    .set({ ...changed, version: version + 1 })
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
