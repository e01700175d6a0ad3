import { z } from 'zod'
import { saveTrainingPlace } from '#db/training.ts'
import { trainingPolicy } from '#domain/training/training-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { holdTraining, workerFor } from '#usecases/training/held-training.ts'
import { settleTraining } from '#usecases/training/settle-training.ts'
import { command } from '#usecases/use-case.ts'

/** Gives a seat back, to who waits first for it, or leaves the waiting list; what she attended stays in her record. */
export const leaveTraining = command({
  name: 'leave-training',
  action: 'update',
  may: trainingPolicy.enrol,
  input: z.strictObject({ trainingId: z.uuid(), workerId: z.uuid() }),
  async run(work, { trainingId, workerId }) {
    await workerFor(work, workerId)
    const held = await holdTraining(work, trainingId)
    const place = held.queue.find((one) => one.worker_id === workerId)
    if (!place) throw new NotFound()
    if (place.certified_on) throw new Refused('training-certified')
    await saveTrainingPlace(work.tx, place, { until_day: work.today })
    await settleTraining(work, held)
    return { trainingId, state: place.state }
  },
})
