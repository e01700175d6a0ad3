import { findFacilitators, findGroup, type GroupRow, lockGroup } from '#db/group.ts'
import { findPlace, type PlaceRow } from '#db/group-place.ts'
import { findSession, type SessionRow } from '#db/group-session.ts'
import { lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import type { GroupRules } from '#domain/group/group-size.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { hasSeat } from '#usecases/group/group-states.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

export interface HeldGroup {
  readonly group: GroupRow
  readonly definition: ProgrammeDefinition
  readonly rules: GroupRules
}

/** The rules a group was planned under. A group of a programme without rules for groups is a bug. */
export function rulesOf(
  work: Pick<Work, 'programmes'>,
  group: Pick<GroupRow, 'programme_id' | 'programme_version'>,
): Omit<HeldGroup, 'group'> {
  const definition = definitionOf(work, group)
  if (!definition.group) throw new Error(`${definition.id} has no rules for a group`)
  return { definition, rules: definition.group }
}

/**
 * A group this actor may see, held until the transaction ends. Whatever changes in it, its seats, its sessions, is
 * changed with the group held first and a trajectory after it, so that nobody waits for each other.
 */
export async function holdGroup(work: Work, id: string, version?: number): Promise<HeldGroup> {
  const group = await lockGroup(work.tx, work.actor, id)
  if (!group) throw new NotFound()
  if (version !== undefined && group.version !== version) throw new Refused('changed-meanwhile')
  await work.vault.load([id])
  return { group, ...rulesOf(work, group) }
}

export async function readHeldGroup(work: Work, id: string): Promise<HeldGroup> {
  const group = await findGroup(work.tx, work.actor, id)
  if (!group) throw new NotFound()
  await work.vault.load([id])
  return { group, ...rulesOf(work, group) }
}

/** Naast's own hand on the trajectory: who leads a group may not see it, and what she does changes it all the same. */
export async function holdTrajectoryOf(work: Work, place: PlaceRow): Promise<TrajectoryRow> {
  const naast = { kind: 'system', orgId: work.orgId, job: 'group' } as const
  const trajectory = await lockTrajectory(work.tx, naast, place.trajectory_id)
  if (!trajectory) throw new NotFound()
  aboutPlace(work, place)
  return trajectory
}

export interface HeldPlace extends HeldGroup {
  readonly place: PlaceRow
  readonly trajectory: TrajectoryRow
}

/** A place with its group and trajectory, held; refused if somebody changed it since `version`. */
export async function holdPlace(work: Work, id: string, version: number): Promise<HeldPlace> {
  const seen = await findPlace(work.tx, work.actor, id)
  if (!seen) throw new NotFound()
  const held = await holdGroup(work, seen.group_id)
  const trajectory = await holdTrajectoryOf(work, seen)
  // Read again: it may have changed while we waited for the locks.
  const place = await findPlace(work.tx, work.actor, id)
  if (!place) throw new NotFound()
  if (place.version !== version) throw new Refused('changed-meanwhile')
  await work.vault.load([place.person_id])
  return { ...held, place, trajectory }
}

export async function holdSession(
  work: Work,
  id: string,
  version: number,
): Promise<HeldGroup & { readonly session: SessionRow }> {
  const seen = await findSession(work.tx, work.orgId, id)
  if (!seen) throw new NotFound()
  const held = await holdGroup(work, seen.group_id)
  const session = await findSession(work.tx, work.orgId, id)
  if (!session) throw new NotFound()
  if (session.version !== version) throw new Refused('changed-meanwhile')
  return { ...held, session }
}

/** Does this actor lead this group herself? A coordinator who doesn't may not know everything that is said in it. */
export async function leads(work: Work, groupId: string): Promise<boolean> {
  const { actor } = work
  if (actor.kind !== 'member' || actor.workerId === null || !actor.roles.includes('worker')) return false
  return (await findFacilitators(work.tx, work.orgId, [groupId])).some(
    (row) => row.worker_id === actor.workerId,
  )
}

/** Keeps in the access log whom this concerned, and that it was by leading the group if it was. */
export function aboutPlace(work: Work, place: Pick<PlaceRow, 'person_id' | 'trajectory_id'>): void {
  const { actor } = work
  const byGroup = actor.kind === 'member' && !actor.roles.includes('coordinator')
  work.about({
    person: place.person_id,
    trajectory: place.trajectory_id,
    ...(byGroup ? { basis: 'group' as const } : {}),
  })
}

/** What happens to one seat is felt by all: how large the group is counts for everybody in it. */
export function aboutSeats(work: Work, places: readonly PlaceRow[]): void {
  work.about({ trajectory: places.filter(hasSeat).map((place) => place.trajectory_id) })
}
