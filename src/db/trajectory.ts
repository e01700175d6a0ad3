import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { hideWith } from '#db/lock-reach.ts'
import type { TrajectoryTable } from '#db/tables.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type TrajectoryRow = Selectable<TrajectoryTable>

/**
 * The trajectories this actor may see; every list, count, search and single read is composed on it, so they can't
 * differ. Coordinators and the safeguarding lead see all of their organisation, a worker the women she is matched
 * with now, Naast's own jobs all. Everyone else sees none: what you may not see does not exist.
 */
export const visibleTrajectories = (db: Db, actor: Actor) =>
  db
    .selectFrom('trajectory')
    .where('trajectory.org_id', '=', actor.orgId)
    .where((e) => {
      if (actor.kind === 'system' || isMemberWith(actor, 'coordinator', 'safeguarding_lead'))
        return e.lit(true)
      if (isMemberWith(actor, 'worker') && actor.workerId)
        return e.and([
          e('trajectory.worker_id', '=', actor.workerId),
          e('trajectory.state', 'in', ['active', 'paused']),
        ])
      return e.lit(false)
    })

export const findTrajectory = (db: Db, actor: Actor, id: string): Promise<TrajectoryRow | undefined> =>
  visibleTrajectories(db, actor).selectAll('trajectory').where('trajectory.id', '=', id).executeTakeFirst()

/** Several at once, those that this actor may see. */
export const findTrajectories = (db: Db, actor: Actor, ids: readonly string[]): Promise<TrajectoryRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : visibleTrajectories(db, actor)
        .selectAll('trajectory')
        .where('trajectory.id', 'in', [...ids])
        .execute()

/** The row, held until the transaction ends: for every change that depends on what it says now. */
export const lockTrajectory = (tx: Tx, actor: Actor, id: string): Promise<TrajectoryRow | undefined> =>
  visibleTrajectories(tx, actor)
    .selectAll('trajectory')
    .where('trajectory.id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Several rows, held until the transaction ends, always in the same order. */
export const lockTrajectories = (tx: Tx, actor: Actor, ids: readonly string[]): Promise<TrajectoryRow[]> =>
  visibleTrajectories(tx, actor)
    .selectAll('trajectory')
    .where('trajectory.id', '=', (e) => e.fn.any(e.val([...ids])))
    .orderBy('trajectory.id')
    .forUpdate()
    .execute()

export async function insertTrajectory(tx: Tx, row: Insertable<TrajectoryTable>): Promise<void> {
  await tx.insertInto('trajectory').values(row).execute()
  await hideWith(tx, row.org_id, [row])
}

/** Writes a locked row and counts its version up. */
export async function saveTrajectory(
  tx: Tx,
  row: TrajectoryRow,
  changed: Updateable<TrajectoryTable>,
): Promise<void> {
  await tx
    .updateTable('trajectory')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

export const findTrajectoryOfReferral = (
  db: Db,
  actor: Actor,
  referralId: string,
): Promise<Pick<TrajectoryRow, 'id' | 'programme_id' | 'programme_version' | 'quiet_since'> | undefined> =>
  visibleTrajectories(db, actor)
    .select(['trajectory.id', 'programme_id', 'programme_version', 'quiet_since'])
    .where('trajectory.referral_id', '=', referralId)
    .executeTakeFirst()

/**
 * Sets what is counted from the contacts. Leaves the version alone: it is nobody's decision, and a visit that is
 * logged must not stand in the way of who is deciding something about the trajectory.
 */
export async function saveContactFacts(
  tx: Tx,
  orgId: string,
  id: string,
  facts: Required<Pick<Updateable<TrajectoryTable>, 'last_contact_on' | 'next_contact_on' | 'contacts_done'>>,
): Promise<void> {
  await tx.updateTable('trajectory').set(facts).where('org_id', '=', orgId).where('id', '=', id).execute()
}

/** The phase that follows from her visits; nobody's decision either. */
export async function savePhase(tx: Tx, orgId: string, id: string, phase: string): Promise<void> {
  await tx.updateTable('trajectory').set({ phase }).where('org_id', '=', orgId).where('id', '=', id).execute()
}

/** A woman's trajectories that are not closed, held until the transaction ends, always in the same order. */
export const lockOpenTrajectories = (tx: Tx, orgId: string, personId: string): Promise<TrajectoryRow[]> =>
  tx
    .selectFrom('trajectory')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('person_id', '=', personId)
    .where('state', '<>', 'closed')
    .orderBy('id')
    .forUpdate()
    .execute()

/** Many at once, for a synthetic region. */
export async function insertTrajectories(
  tx: Tx,
  rows: readonly Insertable<TrajectoryTable>[],
): Promise<void> {
  await tx
    .insertInto('trajectory')
    .values([...rows])
    .execute()
  await hideWith(tx, rows[0]?.org_id ?? '', rows)
}

/** Trajectories whose intake is still to be done, with the day on which their referral came in; first taken on first. */
export const findOpenIntakes = (db: Db, actor: Actor, limit: number) =>
  visibleTrajectories(db, actor)
    .innerJoin('referral', (join) =>
      join
        .onRef('referral.org_id', '=', 'trajectory.org_id')
        .onRef('referral.id', '=', 'trajectory.referral_id'),
    )
    .where('trajectory.state', '=', 'intake')
    .select([
      'trajectory.id',
      'trajectory.person_id',
      'trajectory.programme_id',
      'trajectory.programme_version',
      'referral.received_on',
      'referral.paused_working_days',
    ])
    .orderBy('trajectory.id')
    .limit(limit)
    .execute()

/** Running trajectories of a programme that go by another version than this one, oldest first. */
export const findOnOtherVersions = (
  db: Db,
  actor: Actor,
  { programmeId, version, limit }: { programmeId: string; version: string; limit: number },
): Promise<TrajectoryRow[]> =>
  visibleTrajectories(db, actor)
    .selectAll('trajectory')
    .where('trajectory.programme_id', '=', programmeId)
    .where('trajectory.programme_version', '<>', version)
    .where('trajectory.state', '<>', 'closed')
    .orderBy('trajectory.created_at')
    .orderBy('trajectory.id')
    .limit(limit)
    .execute()
