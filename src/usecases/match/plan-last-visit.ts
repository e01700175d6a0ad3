import { listContacts, saveContact } from '#db/contact.ts'
import type { MatchRow } from '#db/match.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { settleContacts } from '#usecases/contact/settle-contacts.ts'
import type { Work } from '#usecases/context.ts'
import { replanCourse } from '#usecases/course/replan-course.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/**
 * Brings her visits in line with the last one that was agreed, or with there being none any more. Call it after the
 * match was written, with the row as it was before. What was agreed for a later day is left out: nothing follows a
 * last visit.
 */
export async function planLastVisit(
  work: Work,
  trajectory: TrajectoryRow,
  before: Pick<MatchRow, 'last_visit_on'>,
  lastVisitOn: Day | null,
): Promise<void> {
  const { tx, orgId } = work
  const planned = async () =>
    (await listContacts(tx, orgId, trajectory.id)).filter(({ state }) => state === 'planned')
  for (const row of await planned()) {
    if (!row.planned_on) continue
    if (isLast(row, before.last_visit_on)) await saveContact(tx, row, { planned_on: null })
    // Without its day the plan may ask for it again, if it turns out not to be time to end.
    else if (lastVisitOn && isBefore(lastVisitOn, row.planned_on))
      await saveContact(tx, row, { state: 'skipped', planned_on: null, planned_at: null })
  }
  await replanCourse(work, trajectory, definitionOf(work, trajectory))
  if (!lastVisitOn) return
  const last = (await planned()).find((row) => isLast({ ...row, planned_on: lastVisitOn }, lastVisitOn))
  if (last && !last.planned_on) await saveContact(tx, last, { planned_on: lastVisitOn })
  await settleContacts(work, trajectory)
}

/** The visit that the plan put on the last day, and on no other. */
const isLast = (
  row: { origin: string; due_from: Day; due_until: Day; planned_on: Day | null },
  lastVisitOn: Day | null,
): boolean =>
  lastVisitOn !== null &&
  row.origin === 'protocol' &&
  [row.due_from, row.due_until, row.planned_on].every((day) => day?.equals(lastVisitOn))
