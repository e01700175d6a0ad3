import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { WorkerApplicationTable, WorkerStepTable } from '#db/tables.ts'
import { visibleWorkers, type WorkerRow } from '#db/worker.ts'
import type { Day } from '#domain/day.ts'
import { openMatchStates } from '#domain/match/match.ts'
import type { Actor } from '#domain/member/actor.ts'
import { beginningStates } from '#domain/worker/worker.ts'

export type WorkerStepRow = Selectable<WorkerStepTable>
export type WorkerApplicationRow = Selectable<WorkerApplicationTable>

export async function insertWorkerStep(tx: Tx, row: Insertable<WorkerStepTable>): Promise<void> {
  await tx.insertInto('worker_step').values(row).execute()
}

/** What became of her, the newest first. Visibility is decided by whoever found the id. */
export const listWorkerSteps = (db: Db, orgId: string, workerId: string): Promise<WorkerStepRow[]> =>
  db
    .selectFrom('worker_step')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('worker_id', '=', workerId)
    .orderBy('taken_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export async function insertApplication(tx: Tx, row: Insertable<WorkerApplicationTable>): Promise<void> {
  await tx.insertInto('worker_application').values(row).execute()
}

/** What she wrote to begin with, the newest first. */
export const listApplications = (db: Db, orgId: string, workerId: string): Promise<WorkerApplicationRow[]> =>
  db
    .selectFrom('worker_application')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('worker_id', '=', workerId)
    .orderBy('received_at', 'desc')
    .execute()

/** Somebody with this number or address who is still at the beginning, held. */
export const findBeginner = (
  tx: Tx,
  orgId: string,
  prints: { phone: Buffer | null; email: Buffer | null },
): Promise<WorkerRow | undefined> =>
  tx
    .selectFrom('worker')
    .innerJoin('person', (join) =>
      join.onRef('person.org_id', '=', 'worker.org_id').onRef('person.id', '=', 'worker.person_id'),
    )
    .selectAll('worker')
    .where('worker.org_id', '=', orgId)
    .where('worker.state', 'in', [...beginningStates])
    .where((e) =>
      e.or([
        ...(prints.phone ? [e('person.phone_print', '=', prints.phone)] : []),
        ...(prints.email ? [e('person.email_print', '=', prints.email)] : []),
      ]),
    )
    .orderBy('worker.id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()

/** Who sent the form and hasn't been answered: no step was taken yet. Who must hear first comes first. */
export const listUnanswered = (
  db: Db,
  actor: Actor,
  limit: number,
): Promise<{ id: string; person_id: string; received_on: Day; answer_by: Day }[]> =>
  visibleWorkers(db, actor)
    .innerJoin('worker_application as application', (join) =>
      join.onRef('application.org_id', '=', 'worker.org_id').onRef('application.worker_id', '=', 'worker.id'),
    )
    .select((e) => [
      'worker.id',
      'worker.person_id',
      e.fn.min('application.received_on').as('received_on'),
      e.fn.min('application.answer_by').as('answer_by'),
    ])
    .where('worker.state', '=', 'applicant')
    .groupBy(['worker.org_id', 'worker.id'])
    .orderBy('answer_by')
    .orderBy('worker.id')
    .limit(limit)
    .execute()

const women = sql<number>`(
  select count(*)::int from match
  where match.org_id = worker.org_id and match.worker_id = worker.id and match.state = any(${[...openMatchStates]})
)`

/**
 * Who stands beside most, by her own number and then by how many they are: where too much is to be looked for. Of these
 * coordinators only, if they are named.
 */
export const listHeaviest = (
  db: Db,
  actor: Actor,
  limit: number,
  coordinatorIds: readonly string[] | null = null,
): Promise<WorkerRow[]> =>
  visibleWorkers(db, actor)
    .selectAll('worker')
    .where('worker.state', '<>', 'left')
    .where(women, '>', 0)
    .$if(coordinatorIds !== null, (query) =>
      query.where('worker.coordinator_id', '=', (e) => e.fn.any(e.val([...(coordinatorIds ?? [])]))),
    )
    .orderBy(sql`${women} - worker.capacity`, 'desc')
    .orderBy(women, 'desc')
    .orderBy('worker.id')
    .limit(limit)
    .execute()

/** Who is away or stops while women count on her, or should have been back or gone by now; with how many women. */
export const listAwayOrLeaving = (
  db: Db,
  actor: Actor,
  today: Day,
  limit: number,
): Promise<(Pick<WorkerRow, 'id' | 'person_id' | 'state' | 'state_until'> & { women: number })[]> =>
  visibleWorkers(db, actor)
    .select(['worker.id', 'worker.person_id', 'worker.state', 'worker.state_until', women.as('women')])
    .where('worker.state', 'in', ['on_leave', 'leaving'])
    .where((e) => e.or([e('worker.state_until', '<=', today), e(women, '>', 0)]))
    .orderBy('worker.state_until')
    .orderBy('worker.id')
    .limit(limit)
    .execute()
