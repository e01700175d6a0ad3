import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { ClosureTable } from '#db/tables.ts'
import { finishTasksOfTrajectory } from '#db/task.ts'
import { letterToPrint } from '#domain/message/letter.ts'

export type ClosureRow = Selectable<ClosureTable>

/** How this trajectory ended. Whoever asks has found the trajectory through its own visibility. */
export const findClosure = (db: Db, orgId: string, trajectoryId: string): Promise<ClosureRow | undefined> =>
  db
    .selectFrom('closure')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .executeTakeFirst()

export async function insertClosure(tx: Tx, row: Insertable<ClosureTable>): Promise<void> {
  await tx.insertInto('closure').values(row).execute()
}

/** Messages to her that still wait are not sent: after the end nothing comes by itself (instruments.md 10.12). */
export async function refuseWaitingMessages(
  tx: Tx,
  orgId: string,
  trajectoryId: string,
  kinds: readonly string[],
  at: Temporal.Instant,
  code: 'message-after-closing' | 'message-held-back' = 'message-after-closing',
): Promise<void> {
  await tx
    .updateTable('message')
    .set((e) => ({
      state: 'refused',
      refusal_code: code,
      settled_at: at,
      version: e('version', '+', 1),
    }))
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('state', '=', 'pending')
    .where('kind', 'in', [...kinds])
    .execute()
  // A letter that nobody prints any more is nobody's to print.
  await finishTasksOfTrajectory(tx, orgId, trajectoryId, letterToPrint, { at, by: null, code: 'not_needed' })
}
