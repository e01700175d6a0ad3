import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { MeasureTable } from '#db/tables.ts'
import { visibleTrajectories } from '#db/trajectory.ts'
import type { Day } from '#domain/day.ts'
import type { Actor } from '#domain/member/actor.ts'

export type MeasureRow = Selectable<MeasureTable>

/** One trajectory's measures in order. Whoever asks has found the trajectory through its own visibility. */
export const findMeasures = (db: Db, orgId: string, trajectoryId: string): Promise<MeasureRow[]> =>
  db
    .selectFrom('measure')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('moment')
    .orderBy('instrument_id')
    .execute()

/** Plans measures; those that are planned already get the new day, and those that were taken or declined stay. */
export async function planMeasureRows(tx: Tx, rows: readonly Insertable<MeasureTable>[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('measure')
    .values([...rows])
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'trajectory_id', 'moment', 'instrument_id'])
        .doUpdateSet((e) => ({ due_on: e.ref('excluded.due_on') }))
        .where('measure.state', '=', 'due'),
    )
    .execute()
}

/** Writes a measure that was still due; false if somebody was first. */
export async function settleMeasure(
  tx: Tx,
  row: Pick<MeasureRow, 'org_id' | 'id'>,
  changed: Updateable<MeasureTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('measure')
    .set((e) => ({ ...changed, version: e('version', '+', 1) }))
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .where('state', '=', 'due')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Declines what of this trajectory is still due, e.g. because it closes; all but these moments, or only these. */
export async function declineDueMeasures(
  tx: Tx,
  orgId: string,
  trajectoryId: string,
  on: Day,
  code: string,
  { but, only }: { readonly but?: readonly string[]; readonly only?: readonly string[] } = {},
): Promise<void> {
  await tx
    .updateTable('measure')
    .set((e) => ({
      state: 'declined' as const,
      declined_on: on,
      declined_code: code,
      version: e('version', '+', 1),
    }))
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('state', '=', 'due')
    .$if(but !== undefined && but.length > 0, (query) => query.where('moment', 'not in', [...(but ?? [])]))
    .$if(only !== undefined, (query) => query.where('moment', '=', (e) => e.fn.any(e.val([...(only ?? [])]))))
    .execute()
}

/** Puts what is still due of one moment on this day: now that it ended, it is known. */
export async function moveDueMeasures(
  tx: Tx,
  orgId: string,
  trajectoryId: string,
  moment: string,
  dueOn: Day | null,
): Promise<void> {
  await tx
    .updateTable('measure')
    .set({ due_on: dueOn })
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('moment', '=', moment)
    .where('state', '=', 'due')
    .execute()
}

/**
 * Of the women who agreed at the end to be asked again: each moment whose day has come, and of which something is due;
 * the longest due first. Those whom this actor may see.
 */
export const listAskedAfterwards = (db: Db, actor: Actor, today: Day, limit: number) =>
  visibleTrajectories(db, actor)
    .innerJoin('closure', (join) =>
      join
        .onRef('closure.org_id', '=', 'trajectory.org_id')
        .onRef('closure.trajectory_id', '=', 'trajectory.id'),
    )
    .innerJoin('measure', (join) =>
      join
        .onRef('measure.org_id', '=', 'trajectory.org_id')
        .onRef('measure.trajectory_id', '=', 'trajectory.id'),
    )
    .where('trajectory.state', '=', 'closed')
    .where('closure.afterwards', '=', 'agreed')
    .where('measure.state', '=', 'due')
    .where('measure.due_on', '<=', today)
    .groupBy(['trajectory.id', 'trajectory.person_id', 'measure.moment'])
    .select((e) => [
      'trajectory.id',
      'trajectory.person_id',
      'measure.moment',
      e.fn.min('measure.due_on').as('due_on'),
    ])
    .orderBy('due_on')
    .orderBy('trajectory.id')
    .limit(limit)
    .execute()

/** What goes by a child is not asked any more (`on` says since when), or may be asked again (`null`). */
export async function stopMeasures(
  tx: Tx,
  orgId: string,
  trajectoryId: string,
  { moments, instruments }: { readonly moments: readonly string[]; readonly instruments: readonly string[] },
  on: Day | null,
): Promise<void> {
  if (moments.length + instruments.length === 0) return
  await tx
    .updateTable('measure')
    .set((e) => ({
      state: on ? ('declined' as const) : ('due' as const),
      declined_on: on,
      declined_code: on ? stopped : null,
      version: e('version', '+', 1),
    }))
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where((e) =>
      e.or([
        ...(moments.length > 0 ? [e('moment', 'in', [...moments])] : []),
        ...(instruments.length > 0 ? [e('instrument_id', 'in', [...instruments])] : []),
      ]),
    )
    .$if(on !== null, (query) => query.where('state', '=', 'due'))
    .$if(on === null, (query) => query.where('state', '=', 'declined').where('declined_code', '=', stopped))
    .execute()
}
const stopped = 'stopped'

/** What was answered in one programme to one questionnaire at one moment: the numbers, and nobody's name. */
export const listScores = (
  db: Db,
  orgId: string,
  of: { readonly programmeId: string; readonly instrumentId: string; readonly moment: string },
) =>
  db
    .selectFrom('measure')
    .innerJoin('trajectory', (join) =>
      join
        .onRef('trajectory.org_id', '=', 'measure.org_id')
        .onRef('trajectory.id', '=', 'measure.trajectory_id'),
    )
    .select('measure.scores')
    .where('measure.org_id', '=', orgId)
    .where('trajectory.programme_id', '=', of.programmeId)
    .where('measure.instrument_id', '=', of.instrumentId)
    .where('measure.moment', '=', of.moment)
    .where('measure.state', '=', 'taken')
    .execute()
