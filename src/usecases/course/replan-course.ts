import { findExtension } from '#db/phase.ts'
import { saveTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import type { Day } from '#domain/day.ts'
import type { ChildDates } from '#domain/pregnancy/child-dates.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { cadenceIn } from '#domain/programme/phases-now.ts'
import { courseEnd } from '#domain/trajectory/course-end.ts'
import { planTrajectory } from '#usecases/contact/plan-trajectory.ts'
import type { Work } from '#usecases/context.ts'
import { planMeasures } from '#usecases/measure/plan-measures.ts'
import { askContactAnew } from '#usecases/phase/ask-contact-anew.ts'
import { settlePhases } from '#usecases/phase/settle-phases.ts'
import { childDates } from '#usecases/pregnancy/pregnancy-file.ts'

type Changed = Partial<
  Pick<TrajectoryRow, 'child_id' | 'quiet_since' | 'plan_from' | 'state' | 'next_contact_on' | 'worker_id'>
>

/**
 * Brings everything that goes by days and phases in line with what is known now: phase, end day, contacts, measures.
 * Writes the locked trajectory, with what else changed. Twice is once.
 */
export async function replanCourse(
  work: Work,
  trajectory: TrajectoryRow,
  definition: ProgrammeDefinition,
  changed: Changed = {},
): Promise<void> {
  const now = { ...trajectory, ...changed }
  const child = await childDates(work, now)
  const begun = now.started_on !== null && now.state !== 'waiting'
  const { leading, moved: byRule } = begun
    ? await settlePhases(work, now, definition, child)
    : { leading: null, moved: false }
  const phase = leading ?? now.phase
  const otherRhythm =
    leading !== null && cadenceIn(definition, leading) !== cadenceIn(definition, trajectory.phase)
  const extension = await findExtension(work.tx, work.orgId, now.id)
  const next = {
    ...changed,
    phase,
    plan_from: otherRhythm ? work.today : now.plan_from,
    ends_on: begun ? endOf(definition, now, child, extension?.until_day ?? null) : null,
  }
  await saveTrajectory(work.tx, trajectory, next)
  const moved = { ...now, ...next }
  if (now.state === 'active') await planTrajectory(work, moved, definition, child)
  else if (now.state !== 'intake')
    await planMeasures(work, begun ? moved : { ...moved, started_on: null }, definition, child)
  if (byRule) await askContactAnew(work, now.id)
}

/** A programme without a rule for its end keeps the end it was given, e.g. that of its group. */
const endOf = (
  definition: ProgrammeDefinition,
  { started_on, ends_on }: Pick<TrajectoryRow, 'started_on' | 'ends_on'>,
  child: ChildDates,
  extendedUntil: Day | null,
): Day | null =>
  courseEnd(definition, child, started_on, extendedUntil) ?? (definition.endRule ? null : ends_on)
