import { z } from 'zod'
import { insertTrainingPlace } from '#db/training.ts'
import { mayEnrol } from '#domain/training/training.ts'
import { trainingPolicy } from '#domain/training/training-policy.ts'
import { Refused } from '#usecases/failure.ts'
import { holdTraining, trainingState, workerFor } from '#usecases/training/held-training.ts'
import { command } from '#usecases/use-case.ts'

/** A worker takes a seat in a training, herself or by her coordinator. Twice is once. */
export const enrolInTraining = command({
  name: 'enrol-in-training',
  action: 'create',
  may: trainingPolicy.enrol,
  input: z.strictObject({ trainingId: z.uuid(), workerId: z.uuid() }),
  async run(work, { trainingId, workerId }) {
    const { tx, orgId, actor, today, now, newId } = work
    const worker = await workerFor(work, workerId)
    const { training, places, lastDay } = await holdTraining(work, trainingId)
    const known = places.find((place) => place.worker_id === workerId)
    if (known) return { placeId: known.id }
    if (worker.state === 'left') throw new Refused('worker-not-from-this-state')
    // What was given already is only written down afterwards by who organised it.
    const afterwards = trainingPolicy.attend(actor) && trainingState(training) !== 'cancelled'
    const refusal = mayEnrol({ ...training, state: trainingState(training), lastDay }, places.length, today)
    if (refusal && !(afterwards && refusal.refused === 'training-over')) throw new Refused(refusal.refused)
    const id = newId()
    await insertTrainingPlace(tx, {
      org_id: orgId,
      id,
      training_id: trainingId,
      worker_id: workerId,
      from_day: today,
      until_day: null,
      certified_on: null,
      certificate_until: null,
      decided_by: actor.kind === 'member' ? actor.memberId : null,
      decided_at: now,
    })
    return { placeId: id }
  },
})
