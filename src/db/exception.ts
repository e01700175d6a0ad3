import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { ExceptionRulingTable } from '#db/tables.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type ExceptionRulingRow = Selectable<ExceptionRulingTable>

/**
 * The exceptions this actor may see. Who watches over trajectories sees all, a programme manager those that are a
 * manager's, of whatever trajectory.
 */
const visibleRulings = (db: Db, actor: Actor) =>
  db
    .selectFrom('exception_ruling')
    .innerJoin('trajectory', (join) =>
      join
        .onRef('trajectory.org_id', '=', 'exception_ruling.org_id')
        .onRef('trajectory.id', '=', 'exception_ruling.trajectory_id'),
    )
    .innerJoin('intake', (join) =>
      join
        .onRef('intake.org_id', '=', 'exception_ruling.org_id')
        .onRef('intake.trajectory_id', '=', 'exception_ruling.trajectory_id'),
    )
    .where('exception_ruling.org_id', '=', actor.orgId)
    .where((e) =>
      e.or([
        e.lit(isMemberWith(actor, 'coordinator', 'safeguarding_lead')),
        e.and([
          e('exception_ruling.decider', '=', 'manager'),
          e.lit(isMemberWith(actor, 'programme_manager')),
        ]),
      ]),
    )
    .selectAll('exception_ruling')
    .select([
      'trajectory.person_id',
      'trajectory.programme_id',
      'trajectory.programme_version',
      'trajectory.state as trajectory_state',
      'intake.state as intake_state',
      'intake.version as intake_now',
    ])

export const findExceptionRuling = (db: Db, actor: Actor, id: string) =>
  visibleRulings(db, actor).where('exception_ruling.id', '=', id).executeTakeFirst()

/** The row, held until the transaction ends, with the trajectory and the intake that it is about. */
export const lockExceptionRuling = (tx: Tx, actor: Actor, id: string) =>
  visibleRulings(tx, actor).where('exception_ruling.id', '=', id).forUpdate().executeTakeFirst()

/** What waits for an answer of one of these deciders, the oldest first; what the intake went past no longer does. */
export const listOpenRulings = (
  db: Db,
  actor: Actor,
  deciders: readonly ExceptionRulingRow['decider'][],
  limit: number,
) =>
  visibleRulings(db, actor)
    .where('exception_ruling.outcome', 'is', null)
    .where('exception_ruling.decider', 'in', deciders)
    .where('intake.state', '=', 'open')
    .where('trajectory.state', '=', 'intake')
    .whereRef('intake.version', '=', 'exception_ruling.intake_version')
    .orderBy('exception_ruling.asked_at')
    .orderBy('exception_ruling.id')
    .limit(limit)
    .execute()

/** All that was asked for one trajectory. Visibility is the trajectory's: find or lock that first. */
export const findRulingsOf = (db: Db, orgId: string, trajectoryId: string): Promise<ExceptionRulingRow[]> =>
  db
    .selectFrom('exception_ruling')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()

export async function insertExceptionRuling(tx: Tx, row: Insertable<ExceptionRulingTable>): Promise<void> {
  await tx.insertInto('exception_ruling').values(row).execute()
}

/** Writes the answer on a row that is held. */
export async function saveExceptionRuling(
  tx: Tx,
  { org_id, id }: Pick<ExceptionRulingRow, 'org_id' | 'id'>,
  answer: Required<
    Pick<Updateable<ExceptionRulingTable>, 'outcome' | 'reason_sealed' | 'decided_by' | 'decided_at'>
  >,
): Promise<void> {
  await tx
    .updateTable('exception_ruling')
    .set(answer)
    .where('org_id', '=', org_id)
    .where('id', '=', id)
    .execute()
}
