import { type Insertable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { AvoidanceRulingTable } from '#db/tables.ts'
import { openMatchStates } from '#domain/match/match.ts'

/** Since when each of these workers has somebody whom she must not meet; of several the last that she told. */
export async function findAvoiders(
  db: Db,
  orgId: string,
  workerIds: readonly string[],
): Promise<Map<string, Temporal.Instant>> {
  const rows = await db
    .selectFrom('worker_avoidance')
    .select((e) => ['worker_id', e.fn.max('said_at').as('said_at')])
    .where('org_id', '=', orgId)
    .where('worker_id', '=', sql<string>`any(${[...workerIds]}::uuid[])`)
    .where('ended_on', 'is', null)
    .groupBy('worker_id')
    .execute()
  return new Map(rows.map(({ worker_id, said_at }) => [worker_id, said_at]))
}

/** What was said of these pairs, by the hexadecimal of the pair's hash. */
export async function findRulings(
  db: Db,
  orgId: string,
  prints: readonly Buffer[],
): Promise<Map<string, Pick<AvoidanceRulingTable, 'verdict' | 'ruled_at'>>> {
  if (prints.length === 0) return new Map()
  const rows = await db
    .selectFrom('avoidance_ruling')
    .select(['pair_print', 'verdict', 'ruled_at'])
    .where('org_id', '=', orgId)
    .where('pair_print', 'in', [...prints])
    .where('ended_at', 'is', null)
    .execute()
  return new Map(rows.map(({ pair_print, ...ruling }) => [pair_print.toString('hex'), ruling]))
}

/** Takes the place of what was said of the same pair before. */
export async function putRuling(tx: Tx, row: Insertable<AvoidanceRulingTable>): Promise<void> {
  await tx
    .updateTable('avoidance_ruling')
    .set({ ended_at: row.ruled_at })
    .where('org_id', '=', row.org_id)
    .where('pair_print', '=', row.pair_print)
    .where('ended_at', 'is', null)
    .execute()
  await tx.insertInto('avoidance_ruling').values(row).execute()
}

/** Who is proposed to or stands beside whom, of workers who have somebody they must not meet. */
export const findAvoidersPairs = (
  db: Db,
  orgId: string,
): Promise<{ match_id: string; worker_id: string; trajectory_id: string; person_id: string }[]> =>
  db
    .selectFrom('match')
    .innerJoin('trajectory', (join) =>
      join.onRef('trajectory.org_id', '=', 'match.org_id').onRef('trajectory.id', '=', 'match.trajectory_id'),
    )
    .select(['match.id as match_id', 'match.worker_id', 'match.trajectory_id', 'trajectory.person_id'])
    .where('match.org_id', '=', orgId)
    .where('match.state', 'in', [...openMatchStates])
    .where((e) =>
      e.exists(
        e
          .selectFrom('worker_avoidance')
          .select(sql`1`.as('one'))
          .whereRef('worker_avoidance.org_id', '=', 'match.org_id')
          .whereRef('worker_avoidance.worker_id', '=', 'match.worker_id')
          .where('worker_avoidance.ended_on', 'is', null),
      ),
    )
    .orderBy('match.id')
    .limit(500)
    .execute()
