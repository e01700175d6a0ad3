import { z } from 'zod'
import { insertTraining } from '#db/training.ts'
import { compareDays } from '#domain/day.ts'
import { sameMoment, trainingInput } from '#domain/training/training.ts'
import { trainingPolicy } from '#domain/training/training-policy.ts'
import { Invalid } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** A training with its days; also one that was given already, so that its certificates can be written down. */
export const planTraining = command({
  name: 'plan-training',
  action: 'create',
  may: trainingPolicy.plan,
  input: z.strictObject({ training: trainingInput }),
  async run({ tx, orgId, actor, now, newId }, { training }) {
    if (sameMoment(training.sessions)) throw new Invalid({ 'training.sessions': 'same-moment' })
    const id = newId()
    await insertTraining(
      tx,
      {
        org_id: orgId,
        id,
        title: training.title,
        place: training.place,
        gate_kind: training.gateKind,
        valid_months: training.validMonths,
        seats: training.seats,
        state: 'planned',
        created_by: actor.kind === 'member' ? actor.memberId : null,
        created_at: now,
      },
      [...training.sessions]
        .sort((a, b) => compareDays(a.on, b.on))
        .map(({ on, at, halfDays }) => ({
          org_id: orgId,
          id: newId(),
          training_id: id,
          on_day: on,
          starts_at: at,
          half_days: halfDays,
        })),
    )
    return { trainingId: id }
  },
})
