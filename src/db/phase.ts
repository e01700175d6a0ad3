import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { ExtensionTable, TrajectoryPhaseTable } from '#db/tables.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'

export type PhaseRow = Selectable<TrajectoryPhaseTable>
export type ExtensionRow = Selectable<ExtensionTable>

/** All phases a trajectory has been in, the oldest first. Visibility is the trajectory's: find or lock that first. */
export const findPhases = (db: Db, orgId: string, trajectoryId: string): Promise<PhaseRow[]> =>
  db
    .selectFrom('trajectory_phase')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('from_day')
    .orderBy('id')
    .execute()

export async function insertPhases(tx: Tx, rows: readonly Insertable<TrajectoryPhaseTable>[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('trajectory_phase')
    .values([...rows])
    .execute()
}

export async function endPhases(
  tx: Tx,
  orgId: string,
  ids: readonly string[],
  ended: Required<
    Pick<Updateable<TrajectoryPhaseTable>, 'until_day' | 'ended_by' | 'ended_code' | 'ended_at'>
  >,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('trajectory_phase')
    .set(ended)
    .where('org_id', '=', orgId)
    .where('id', 'in', [...ids])
    .execute()
}

/** Trajectories that are active under one of these definitions and not quiet; for Naast's own clock. */
export async function findActiveIn(
  db: Db,
  orgId: string,
  definitions: readonly { readonly id: string; readonly version: string }[],
  limit: number,
): Promise<TrajectoryRow[]> {
  if (definitions.length === 0) return []
  return db
    .selectFrom('trajectory')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('state', '=', 'active')
    .where('quiet_since', 'is', null)
    .where((e) =>
      e.or(
        definitions.map(({ id, version }) =>
          e.and([e('programme_id', '=', id), e('programme_version', '=', version)]),
        ),
      ),
    )
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** How much longer a trajectory may last, as it was decided last; `undefined` if it ends when its programme says. */
export const findExtension = (
  db: Db,
  orgId: string,
  trajectoryId: string,
): Promise<ExtensionRow | undefined> =>
  db
    .selectFrom('extension')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

/** A new decision takes the place of the one before, which stays. */
export async function replaceExtension(
  tx: Tx,
  orgId: string,
  trajectoryId: string,
  at: Temporal.Instant,
  row: Insertable<ExtensionTable> | null,
): Promise<void> {
  await tx
    .updateTable('extension')
    .set({ ended_at: at })
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('ended_at', 'is', null)
    .execute()
  if (row) await tx.insertInto('extension').values(row).execute()
}
