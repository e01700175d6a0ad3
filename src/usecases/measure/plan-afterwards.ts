import { declineDueMeasures, moveDueMeasures } from '#db/measure.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { type Afterwards, momentsAfterEnd } from '#domain/measure/after-end.ts'
import { measureDay } from '#domain/measure/measure-day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'

/**
 * What becomes of her measures on the day it ends: nothing more is asked, but what is meant for some months later, if
 * she agreed to that. It goes by the day on which it ended, and not by the day that was foreseen. Gives what is kept as
 * her answer: of a programme that doesn't ask later, that nobody asked her.
 */
export async function planAfterwards(
  { tx, orgId, today }: Work,
  { id, started_on: startedOn }: Pick<TrajectoryRow, 'id' | 'started_on'>,
  definition: ProgrammeDefinition,
  { afterwards, evaluationCode }: { readonly afterwards: Afterwards; readonly evaluationCode: string | null },
): Promise<Afterwards> {
  const later = startedOn ? momentsAfterEnd(definition) : []
  const answer = later.length > 0 ? afterwards : 'not_asked'
  const moments = later.map(({ moment }) => moment)
  if (answer === 'rather_not') await declineDueMeasures(tx, orgId, id, today, answer, { only: moments })
  await declineDueMeasures(tx, orgId, id, today, evaluationCode ?? 'closed', {
    but: answer === 'agreed' ? moments : [],
  })
  const dates = { startedOn: today, endsOn: today, childBornOn: null, dueOn: null, cadenceDays: 1 }
  for (const { moment, when } of answer === 'agreed' ? later : [])
    await moveDueMeasures(tx, orgId, id, moment, measureDay(when, dates))
  return answer
}
