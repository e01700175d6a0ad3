import { planMeasureRows } from '#db/measure.ts'
import type { Day } from '#domain/day.ts'
import { shelfIdOf } from '#domain/instrument/on-shelf.ts'
import { measureDay } from '#domain/measure/measure-day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'

interface Begun {
  readonly id: string
  readonly closed: boolean
  readonly startedOn: Day
  readonly endsOn: Day | null
  readonly child: { readonly bornOn: Day | null; readonly dueOn: Day | null }
}

/** The programme's measures of these trajectories: what was due is taken, the rest is still to come. */
export async function simulateMeasures(
  work: Work,
  definition: ProgrammeDefinition,
  trajectories: readonly Begun[],
): Promise<void> {
  const cadenceDays = definition.contacts?.cadenceDays.value ?? 30
  await planMeasureRows(
    work.tx,
    trajectories.flatMap(({ id, closed, startedOn, endsOn, child }) =>
      definition.measures.flatMap(({ moment, when, instruments, shelf }) =>
        [...instruments, ...(shelf?.value.map(shelfIdOf) ?? [])].map((instrument) => {
          const dueOn = measureDay(when, {
            startedOn,
            childBornOn: child.bornOn,
            dueOn: child.dueOn,
            endsOn,
            cadenceDays,
          })
          const taken = dueOn !== null && Temporal.PlainDate.compare(dueOn, work.today) < 0
          return {
            org_id: work.orgId,
            id: work.newId(),
            trajectory_id: id,
            moment,
            instrument_id: instrument,
            instrument_version: definition.instruments.find((one) => one.id === instrument)?.version ?? '1',
            state: taken ? ('taken' as const) : closed ? ('declined' as const) : ('due' as const),
            due_on: dueOn,
            taken_on: taken ? dueOn : null,
            declined_on: !taken && closed ? work.today : null,
            declined_code: !taken && closed ? 'trajectory-closed' : null,
          }
        }),
      ),
    ),
  )
}
