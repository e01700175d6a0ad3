import type { Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { MeasureRow } from '#db/measure.ts'
import type { MeasureTable } from '#db/tables.ts'
import { visibleTrajectories } from '#db/trajectory.ts'
import type { Actor } from '#domain/member/actor.ts'

/** How many papers were keyed in here already: moments of women, however many questionnaires stand on one. */
export async function countPapers(db: Db, orgId: string): Promise<number> {
  const { count } = await db
    .selectFrom((e) =>
      e
        .selectFrom('measure')
        .select(['trajectory_id', 'moment'])
        .distinct()
        .where('org_id', '=', orgId)
        .where('mode', '=', 'on_paper')
        .as('paper'),
    )
    .select((e) => e.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Papers that somebody else keyed in and that wait for a second time, the oldest first. */
export const listToKeyAgain = (db: Db, actor: Actor, memberId: string, limit: number) =>
  visibleTrajectories(db, actor)
    .innerJoin('measure', (join) =>
      join
        .onRef('measure.org_id', '=', 'trajectory.org_id')
        .onRef('measure.trajectory_id', '=', 'trajectory.id'),
    )
    .where('measure.check_code', 'is not', null)
    .where('measure.checked_by', 'is', null)
    .where('measure.answers_sealed', 'is not', null)
    .where('measure.taken_by', '<>', memberId)
    .groupBy(['trajectory.id', 'trajectory.person_id', 'measure.moment'])
    .select((e) => [
      'trajectory.id',
      'trajectory.person_id',
      'measure.moment',
      e.fn.min('measure.taken_on').as('taken_on'),
    ])
    .orderBy('taken_on')
    .orderBy('trajectory.id')
    .limit(limit)
    .execute()

/** Writes what the second keying found; false if somebody was first. */
export async function saveSecondKeying(
  tx: Tx,
  row: Pick<MeasureRow, 'org_id' | 'id' | 'version'>,
  changed: Updateable<MeasureTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('measure')
    .set((e) => ({ ...changed, version: e('version', '+', 1) }))
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .where('checked_by', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** In one programme: questions that were keyed in twice, how many differed, on how many papers, and how many wait. */
export async function countAgreement(db: Db, orgId: string, programmeId: string) {
  const row = await db
    .selectFrom('measure')
    .innerJoin('trajectory', (join) =>
      join
        .onRef('trajectory.org_id', '=', 'measure.org_id')
        .onRef('trajectory.id', '=', 'measure.trajectory_id'),
    )
    .where('measure.org_id', '=', orgId)
    .where('trajectory.programme_id', '=', programmeId)
    .where('measure.check_code', 'is not', null)
    .select((e) => [
      e.fn.sum<string | null>('measure.checked_questions').as('questions'),
      e.fn.sum<string | null>('measure.checked_differences').as('differences'),
      e.fn.count<string>('measure.id').filterWhere('measure.checked_by', 'is not', null).as('checked'),
      e.fn.count<string>('measure.id').filterWhere('measure.checked_by', 'is', null).as('waiting'),
    ])
    .executeTakeFirstOrThrow()
  return {
    questions: Number(row.questions ?? 0),
    differences: Number(row.differences ?? 0),
    checked: Number(row.checked),
    waiting: Number(row.waiting),
  }
}
