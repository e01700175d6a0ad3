import { z } from 'zod'
import { insertTrainingPlace, listTrainingQueue, saveTrainingPlace } from '#db/training.ts'
import { mayEnrol } from '#domain/training/training.ts'
import { trainingPolicy } from '#domain/training/training-policy.ts'
import { Refused } from '#usecases/failure.ts'
import { holdTraining, trainingState, workerFor } from '#usecases/training/held-training.ts'
import { settleTraining } from '#usecases/training/settle-training.ts'
import { command } from '#usecases/use-case.ts'

/**
 * A worker takes a seat in a training, herself or by her coordinator. Full: she waits, and moves up by herself when a
 * seat comes free. Twice is once.
 */
export const enrolInTraining = command({
  name: 'enrol-in-training',
  action: 'create',
  may: trainingPolicy.enrol,
  input: z.strictObject({ trainingId: z.uuid(), workerId: z.uuid() }),
  async run(work, { trainingId, workerId }) {
    const { tx, orgId, actor, today, now, newId } = work
    const worker = await workerFor(work, workerId)
    const held = await holdTraining(work, trainingId)
    const { training, queue, lastDay } = held
    const state = trainingState(training)
    const over = mayEnrol({ state, lastDay }, today)
    // What was given already is only written down afterwards by who organised it, whoever has been there.
    const afterwards = over !== null && trainingPolicy.attend(actor) && state !== 'cancelled'
    const known = queue.find((place) => place.worker_id === workerId)
    if (known && afterwards && known.state === 'waiting')
      await saveTrainingPlace(tx, known, { state: 'seat' })
    if (known) return { placeId: known.id, state: afterwards ? ('seat' as const) : known.state }
    if (worker.state === 'left') throw new Refused('worker-not-from-this-state')
    if (over && !afterwards) throw new Refused(over.refused)
    const id = newId()
    await insertTrainingPlace(tx, {
      org_id: orgId,
      id,
      training_id: trainingId,
      worker_id: workerId,
      state: afterwards ? 'seat' : 'waiting',
      number: Math.max(0, ...queue.map(({ number }) => number)) + 1,
      from_day: today,
      until_day: null,
      certified_on: null,
      certificate_until: null,
      decided_by: actor.kind === 'member' ? actor.memberId : null,
      decided_at: now,
    })
    await settleTraining(work, held, id)
    const settled = await listTrainingQueue(tx, orgId, { trainingIds: [trainingId], workerId })
    return { placeId: id, state: settled[0]?.state ?? ('waiting' as const) }
  },
})
