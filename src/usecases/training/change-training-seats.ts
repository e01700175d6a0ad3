import { z } from 'zod'
import { saveTraining } from '#db/training.ts'
import { mayEnrol, seatsInput } from '#domain/training/training.ts'
import { trainingPolicy } from '#domain/training/training-policy.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { holdTraining, trainingState } from '#usecases/training/held-training.ts'
import { settleTraining } from '#usecases/training/settle-training.ts'
import { command } from '#usecases/use-case.ts'

/** More seats, or fewer, in a training that is still to be given: who waits moves up, and nobody loses a seat by it. */
export const changeTrainingSeats = command({
  name: 'change-training-seats',
  action: 'update',
  may: trainingPolicy.plan,
  input: z.strictObject({ id: z.uuid(), version: versionInput, seats: seatsInput }),
  async run(work, { id, version, seats }) {
    const held = await holdTraining(work, id)
    const { training, places, lastDay } = held
    if (training.version !== version) throw new Refused('changed-meanwhile')
    const over = mayEnrol({ state: trainingState(training), lastDay }, work.today)
    if (over) throw new Refused(over.refused)
    if (seats !== null && seats < places.length) throw new Invalid({ seats: 'training-seats-taken' })
    await saveTraining(work.tx, training, { seats })
    await settleTraining(work, { training: { ...training, seats }, lastDay })
    return { trainingId: id }
  },
})
