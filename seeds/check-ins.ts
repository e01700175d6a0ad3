import type { CheckInAnswers } from '#domain/check-in/check-in.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { listCheckIns } from '#usecases/check-in/list-check-ins.ts'
import { takeCheckIn } from '#usecases/check-in/take-check-in.ts'
import type { Stage, Volunteer } from './stage.ts'

const well: CheckInAnswers = { fit: 'yes', often: 'monthly', hard: 'no', goOn: 'yes' }

interface Asking {
  /** The last day on which anybody asked. */
  readonly until: Day
  /** By number of the check-in: what she said otherwise. */
  readonly mother?: Readonly<Record<number, Partial<CheckInAnswers>>>
  readonly worker?: Readonly<Record<number, Partial<CheckInAnswers>>>
  readonly notes?: Readonly<Record<number, string>>
}

/** Each on its own day: the coordinator asks the mother, and the volunteer fills in her own. */
export async function askHowItGoes(
  stage: Stage,
  trajectoryId: string,
  volunteer: Volunteer,
  { until, mother = {}, worker = {}, notes = {} }: Asking,
): Promise<void> {
  const { matches } = await listCheckIns(stage.on(until), stage.coordinator, { trajectoryId })
  const [match] = matches
  if (!match) return
  for (const [at, { moment, on, sides }] of match.moments.entries()) {
    if (isBefore(until, on) || sides.every(({ now }) => now === 'done')) continue
    const said = { matchId: match.matchId, moment, on: on.toString() }
    await takeCheckIn(stage.on(on), stage.coordinator, {
      ...said,
      side: 'mother',
      way: 'elsewhere',
      answers: { ...well, ...mother[at + 1] },
      note: notes[at + 1] ?? null,
    })
    await takeCheckIn(stage.on(on), volunteer.actor, {
      ...said,
      side: 'worker',
      way: 'herself',
      answers: { ...well, ...worker[at + 1] },
    })
  }
}
