import { listTrainingQueue, saveTrainingPlace } from '#db/training.ts'
import { mayEnrol } from '#domain/training/training.ts'
import { seatWorkers } from '#domain/training/training-seats.ts'
import type { Work } from '#usecases/context.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { type HeldTraining, holdTraining, trainingState } from '#usecases/training/held-training.ts'

/**
 * Gives out the seats that are free, to who waits first; the training is held. Who moved up reads it on her own page, and
 * her coordinator gets it as a task: nobody has to come somewhere that she didn't hear of. `newest` signed up just now: if
 * she finds a seat, she didn't wait for it.
 */
export async function settleTraining(
  work: Work,
  { training, lastDay }: Pick<HeldTraining, 'training' | 'lastDay'>,
  newest: string | null = null,
): Promise<void> {
  const { tx, orgId, today, now } = work
  const queue = await listTrainingQueue(tx, orgId, { trainingIds: [training.id] })
  const offered = { state: trainingState(training), seats: training.seats, lastDay }
  for (const row of seatWorkers(offered, queue, today)) {
    const moved = row.id !== newest
    await saveTrainingPlace(tx, row, { state: 'seat', ...(moved ? { moved_up_at: now } : {}) })
    if (!moved) continue
    work.about({ person: row.person_id ?? [] })
    await createTask(work, {
      kind: 'training',
      reasonCode: 'training-moved-up',
      personId: row.person_id,
      ownerId: row.coordinator_id,
    })
  }
}

/** Who leaves the organisation gives back what she has in trainings that are still to be given, and waits for none. */
export async function giveUpTrainings(work: Work, workerId: string): Promise<void> {
  const { tx, orgId, today } = work
  const own = await listTrainingQueue(tx, orgId, { workerId })
  for (const id of own.map((row) => row.training_id).sort()) {
    const held = await holdTraining(work, id)
    if (mayEnrol({ ...held.training, state: trainingState(held.training), lastDay: held.lastDay }, today))
      continue
    const row = held.queue.find(({ worker_id }) => worker_id === workerId)
    if (!row || row.certified_on) continue
    await saveTrainingPlace(tx, row, { until_day: today })
    await settleTraining(work, held)
  }
}
