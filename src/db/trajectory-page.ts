import type { Db } from '#db/connection.ts'
import { visibleTrajectories } from '#db/trajectory.ts'
import type { Actor } from '#domain/member/actor.ts'

/** One trajectory with the names and the birth day that its page shows, sealed, in one query. */
export const findTrajectoryPage = (db: Db, actor: Actor, id: string) =>
  visibleTrajectories(db, actor)
    .innerJoin('person', (join) =>
      join.onRef('person.org_id', '=', 'trajectory.org_id').onRef('person.id', '=', 'trajectory.person_id'),
    )
    .leftJoin('person as child', (join) =>
      join.onRef('child.org_id', '=', 'trajectory.org_id').onRef('child.id', '=', 'trajectory.child_id'),
    )
    .leftJoin('worker', (join) =>
      join.onRef('worker.org_id', '=', 'trajectory.org_id').onRef('worker.id', '=', 'trajectory.worker_id'),
    )
    .leftJoin('person as worker_person', (join) =>
      join
        .onRef('worker_person.org_id', '=', 'worker.org_id')
        .onRef('worker_person.id', '=', 'worker.person_id'),
    )
    .select([
      'trajectory.id',
      'trajectory.person_id',
      'trajectory.child_id',
      'trajectory.referral_id',
      'trajectory.programme_id',
      'trajectory.programme_version',
      'trajectory.state',
      'trajectory.phase',
      'trajectory.waiting_since',
      'trajectory.started_on',
      'trajectory.ends_on',
      'trajectory.closed_on',
      'trajectory.closure_reason',
      'trajectory.last_contact_on',
      'trajectory.next_contact_on',
      'trajectory.contacts_done',
      'person.name_sealed',
      'person.phone_sealed',
      'child.birth_day_sealed as child_birth_day_sealed',
      'worker.person_id as worker_person_id',
      'worker_person.name_sealed as worker_name_sealed',
    ])
    .where('trajectory.id', '=', id)
    .executeTakeFirst()

/** What the strip and the table beneath it show of each contact: no words of anybody. */
export const listContactFacts = (db: Db, orgId: string, trajectoryId: string) =>
  db
    .selectFrom('contact')
    .select([
      'id',
      'number',
      'state',
      'origin',
      'mode',
      'phase',
      'due_from',
      'due_until',
      'planned_on',
      'planned_at',
      'done_on',
      'minutes',
      'cancelled_by',
      'talk_sheet',
      'worker_id',
      'logged_at',
      'version',
    ])
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('number')
    .execute()

export const listMeasureFacts = (db: Db, orgId: string, trajectoryId: string) =>
  db
    .selectFrom('measure')
    .select(['moment', 'state', 'due_on', 'taken_on'])
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('moment')
    .execute()
