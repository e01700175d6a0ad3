import { findTrajectory, lockOpenTrajectories, type TrajectoryRow } from '#db/trajectory.ts'
import type { BornChild, TakeBackReason } from '#domain/pregnancy/pregnancy.ts'
import type { Work } from '#usecases/context.ts'
import { replanCourse } from '#usecases/course/replan-course.ts'
import { NotFound } from '#usecases/failure.ts'
import { undoMovesByChild } from '#usecases/phase/undo-moves-by-child.ts'
import { readPregnancy, sayOfPregnancy } from '#usecases/pregnancy/pregnancy-file.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/** Holds all open trajectories of the woman in this one, always in the same order; gives the others. */
export async function lockOthersOf(work: Work, trajectoryId: string): Promise<readonly TrajectoryRow[]> {
  const seen = await findTrajectory(work.tx, work.actor, trajectoryId)
  if (!seen) throw new NotFound()
  const hers = await lockOpenTrajectories(work.tx, work.orgId, seen.person_id)
  return hers.filter(({ id, quiet_since }) => id !== trajectoryId && !quiet_since)
}

/** Children that her other trajectories know already, each once: the same child gets no second file. */
export async function childrenElsewhere(
  work: Work,
  others: readonly TrajectoryRow[],
): Promise<readonly BornChild[]> {
  const known = new Map<string, BornChild>()
  for (const other of others)
    for (const child of (await readPregnancy(work, other)).children) known.set(child.childId, child)
  return [...known.values()]
}

/** Of these trajectories those that go by one of these children. */
export async function withOneOf(
  work: Work,
  others: readonly TrajectoryRow[],
  childIds: readonly string[],
): Promise<readonly TrajectoryRow[]> {
  const found: TrajectoryRow[] = []
  for (const other of others)
    if ((await readPregnancy(work, other)).children.some(({ childId }) => childIds.includes(childId)))
      found.push(other)
  return found
}

type Said =
  | { readonly kind: 'born' | 'corrected'; readonly children: readonly BornChild[] }
  | { readonly kind: 'taken-back'; readonly reason: TakeBackReason }

/** Says the same in another trajectory of hers, and plans that anew as well. */
export async function sayThereToo(work: Work, other: TrajectoryRow, event: Said): Promise<void> {
  work.about({ trajectory: other.id })
  await sayOfPregnancy(work, other, event)
  const definition = definitionOf(work, other)
  const childId = event.kind === 'taken-back' ? null : (event.children[0]?.childId ?? null)
  if (childId === null) await undoMovesByChild(work, { ...other, child_id: null }, definition)
  await replanCourse(work, other, definition, { child_id: childId })
}
