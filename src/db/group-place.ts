import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { visibleGroups } from '#db/group.ts'
import type { GroupPlaceTable } from '#db/tables.ts'
import { visibleTrajectories } from '#db/trajectory.ts'
import { openPlaceStates } from '#domain/group/group-place.ts'
import type { Actor } from '#domain/member/actor.ts'

export type PlaceRow = Selectable<GroupPlaceTable>

/** Places in the groups this actor may see, and no others. */
export const visiblePlaces = (db: Db, actor: Actor) =>
  db
    .selectFrom('group_place')
    .where('group_place.org_id', '=', actor.orgId)
    .where('group_place.group_id', 'in', visibleGroups(db, actor).select('group.id'))

export const findPlace = (db: Db, actor: Actor, id: string): Promise<PlaceRow | undefined> =>
  visiblePlaces(db, actor).selectAll('group_place').where('group_place.id', '=', id).executeTakeFirst()

/** The place by which this actor knows of a trajectory: in a group that she leads now, the newest. */
export const findPlaceByTrajectory = (
  db: Db,
  actor: Actor,
  trajectoryId: string,
): Promise<PlaceRow | undefined> =>
  visiblePlaces(db, actor)
    .selectAll('group_place')
    .where('group_place.trajectory_id', '=', trajectoryId)
    .orderBy('group_place.id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** All places of these groups, those that ended too, in the order in which they were made. */
export const findPlaces = (db: Db, orgId: string, groupIds: readonly string[]): Promise<PlaceRow[]> =>
  groupIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('group_place')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('group_id', 'in', [...groupIds])
        .orderBy('id')
        .execute()

/** Places of these trajectories, the newest first. */
export const findPlacesOf = (db: Db, orgId: string, trajectoryIds: readonly string[]): Promise<PlaceRow[]> =>
  trajectoryIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('group_place')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('trajectory_id', 'in', [...trajectoryIds])
        .orderBy('id', 'desc')
        .execute()

/** These places, whoever sees their groups: for rules that compare them and tell nobody. */
export const findPlacesById = (db: Db, orgId: string, ids: readonly string[]): Promise<PlaceRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('group_place')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('id', 'in', [...ids])
        .execute()

/** The place that is open on this trajectory; at most one, the index keeps it so. */
export const findOpenPlace = (db: Db, orgId: string, trajectoryId: string): Promise<PlaceRow | undefined> =>
  db
    .selectFrom('group_place')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('state', 'in', [...openPlaceStates])
    .executeTakeFirst()

export async function insertPlace(tx: Tx, row: Insertable<GroupPlaceTable>): Promise<void> {
  await tx.insertInto('group_place').values(row).execute()
}

/** Writes a place whose group is held, and counts its version up. */
export async function savePlace(tx: Tx, row: PlaceRow, changed: Updateable<GroupPlaceTable>): Promise<void> {
  await tx
    .updateTable('group_place')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** Trajectories of one programme, in these states, that have no open place: who may be prepared for a group. */
export const listWithoutPlace = (
  db: Db,
  actor: Actor,
  where: { programmeId: string; states: readonly ('waiting' | 'active')[]; limit: number },
) =>
  visibleTrajectories(db, actor)
    .select(['trajectory.id', 'trajectory.person_id', 'trajectory.waiting_since', 'trajectory.state'])
    .where('trajectory.programme_id', '=', where.programmeId)
    .where('trajectory.state', 'in', [...where.states])
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('group_place')
            .select('group_place.id')
            .whereRef('group_place.org_id', '=', 'trajectory.org_id')
            .whereRef('group_place.trajectory_id', '=', 'trajectory.id')
            .where('group_place.state', 'in', [...openPlaceStates]),
        ),
      ),
    )
    .orderBy('trajectory.waiting_since')
    .orderBy('trajectory.id')
    .limit(where.limit)
    .execute()

/** Of one trajectory: at how many sessions she was, or caught up with as her programme counts that, in all groups together. */
export async function countAttended(db: Db, orgId: string, trajectoryId: string): Promise<number> {
  const { attended } = await db
    .selectFrom('attendance')
    .innerJoin('group_place', (join) =>
      join
        .onRef('group_place.org_id', '=', 'attendance.org_id')
        .onRef('group_place.id', '=', 'attendance.place_id'),
    )
    .select((e) => e.fn.countAll<string>().as('attended'))
    .where('attendance.org_id', '=', orgId)
    .where('group_place.trajectory_id', '=', trajectoryId)
    .where((e) =>
      e.or([
        e('attendance.state', '=', 'present'),
        e.exists(
          e
            .selectFrom('make_up_talk')
            .select('make_up_talk.id')
            .whereRef('make_up_talk.org_id', '=', 'attendance.org_id')
            .whereRef('make_up_talk.place_id', '=', 'attendance.place_id')
            .whereRef('make_up_talk.session_id', '=', 'attendance.session_id')
            .where('make_up_talk.state', '=', 'held')
            .where('make_up_talk.counts', '=', true),
        ),
      ]),
    )
    .executeTakeFirstOrThrow()
  return Number(attended)
}
