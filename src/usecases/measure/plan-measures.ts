import type { Insertable } from 'kysely'
import { planMeasureRows } from '#db/measure.ts'
import type { MeasureTable } from '#db/tables.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { isOfChild, shelfIdOf, shelfVersionOf } from '#domain/instrument/on-shelf.ts'
import { askedOfChild, measureDay } from '#domain/measure/measure-day.ts'
import type { ChildDates } from '#domain/pregnancy/child-dates.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'
import { sessionDaysOf } from '#usecases/group/session-days-of.ts'

const monthly = 30

/**
 * Plans what this programme measures, and when. Safe to call again when the child is born or the end moves: planned
 * days follow, what was taken or declined stays, and while it is quiet nothing that goes by a child is asked. `started_on` and `ends_on` are the trajectory's as they are now.
 */
export async function planMeasures(
  work: Work,
  trajectory: Pick<TrajectoryRow, 'id' | 'started_on' | 'ends_on' | 'quiet_since'>,
  definition: ProgrammeDefinition,
  child: ChildDates,
): Promise<void> {
  const dates = {
    startedOn: trajectory.started_on ?? work.today,
    childBornOn: child.bornOn,
    dueOn: child.dueOn,
    endsOn: trajectory.ends_on,
    sessions: definition.measures.some(({ when }) => when.at === 'session')
      ? await sessionDaysOf(work, trajectory.id)
      : [],
    cadenceDays: definition.contacts?.cadenceDays.value ?? definition.group?.cadenceDays.value ?? monthly,
  }
  const versions = new Map(definition.instruments.map(({ id, version }) => [id, version]))
  // A questionnaire that Naast may not show has no questions to plan.
  const asked = new Set(definition.instruments.filter(({ items }) => items.length > 0).map(({ id }) => id))
  const ofChild = askedOfChild(definition)
  if (trajectory.quiet_since) for (const id of ofChild.instruments) asked.delete(id)
  const moments = definition.measures.filter(
    ({ moment }) => !trajectory.quiet_since || !ofChild.moments.includes(moment),
  )
  const rows = moments.flatMap(({ moment, when, instruments, shelf }) =>
    [
      ...instruments
        .filter((instrument) => asked.has(instrument))
        .map((instrument) => ({ id: instrument, version: versions.get(instrument) ?? '1' })),
      // Whether it may be asked, its licence says on the day itself: a permission can come, and can end.
      ...(shelf?.value ?? [])
        .filter((name) => !trajectory.quiet_since || !isOfChild(name))
        .map((name) => ({ id: shelfIdOf(name), version: shelfVersionOf(name) })),
    ].map(
      ({ id, version }): Insertable<MeasureTable> => ({
        org_id: work.orgId,
        id: work.newId(),
        trajectory_id: trajectory.id,
        moment,
        instrument_id: id,
        instrument_version: version,
        state: 'due',
        due_on: measureDay(when, dates),
      }),
    ),
  )
  await planMeasureRows(work.tx, rows)
}
