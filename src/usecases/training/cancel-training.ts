import { z } from 'zod'
import { saveTraining } from '#db/training.ts'
import { trainingPolicy } from '#domain/training/training-policy.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { holdTraining, trainingState } from '#usecases/training/held-training.ts'
import { command } from '#usecases/use-case.ts'

/** Calls a training off that isn't over yet; whoever has a certificate of it keeps it. */
export const cancelTraining = command({
  name: 'cancel-training',
  action: 'update',
  may: trainingPolicy.plan,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, { id, version }) {
    const { training } = await holdTraining(work, id)
    if (training.version !== version) throw new Refused('changed-meanwhile')
    if (trainingState(training) !== 'planned') throw new Refused('training-over')
    await saveTraining(work.tx, training, { state: 'cancelled' })
    return { trainingId: id }
  },
})
