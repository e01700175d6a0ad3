import { listConcernsOf } from '#db/concern.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { type RaisedAlarm, raisedAlarms } from '#domain/measure/alarms-raised.ts'
import { concernFields } from '#usecases/concern/concern-fields.ts'
import type { Work } from '#usecases/context.ts'

export interface AlarmsBefore {
  readonly concernId: string
  readonly alarms: readonly RaisedAlarm[]
}

/**
 * What questionnaires have raised concerns for in this trajectory, the latest first. For what kind of answer is sealed
 * under her key, so it is looked for in there and stands nowhere else.
 */
export async function alarmsBefore(
  { tx, orgId, vault }: Work,
  { id, person_id: personId }: Pick<TrajectoryRow, 'id' | 'person_id'>,
): Promise<readonly AlarmsBefore[]> {
  const rows = await listConcernsOf(tx, { kind: 'system', orgId, job: 'concern' }, id)
  await vault.load([personId])
  return rows.flatMap((row) => {
    const kept = concernFields.open(vault, personId, row.id, 'alarms_sealed', row.alarms_sealed)
    return kept === null ? [] : [{ concernId: row.id, alarms: raisedAlarms.parse(JSON.parse(kept)) }]
  })
}
