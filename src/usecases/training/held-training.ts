import { listTrainingQueue, listTrainingSessions, lockTraining } from '#db/training.ts'
import { findWorker, type WorkerRow } from '#db/worker.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { type TrainingState, trainingStates } from '#domain/training/training.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'

/** A row's state as the table of states knows it; a row that says anything else is a bug. */
export function trainingState({ state }: { state: string }): TrainingState {
  const known = trainingStates.find((one) => one === state)
  if (!known) throw new Error(`a training in state ${state}`)
  return known
}

/** A training, held, with its days, who signed up in that order, and the seats that are taken. */
export async function holdTraining({ tx, orgId }: Work, id: string) {
  const training = await lockTraining(tx, orgId, id)
  if (!training) throw new NotFound()
  const sessions = await listTrainingSessions(tx, orgId, [id])
  const last = sessions.at(-1)
  if (!last) throw new Error('a training without a day')
  const queue = await listTrainingQueue(tx, orgId, { trainingIds: [id] })
  const places = queue.filter((row) => row.state === 'seat')
  return { training, sessions, queue, places, lastDay: last.on_day }
}
export type HeldTraining = Awaited<ReturnType<typeof holdTraining>>

/** The worker it is about: any for who plans trainings, only herself for a worker. */
export async function workerFor(work: Work, workerId: string): Promise<WorkerRow> {
  const worker = await findWorker(work.tx, work.actor, workerId)
  if (!worker) throw new NotFound()
  const own = work.actor.kind === 'member' && work.actor.workerId === workerId
  if (!own && !isMemberWith(work.actor, 'coordinator', 'programme_manager')) throw new Forbidden()
  work.about({ person: worker.person_id })
  return worker
}
