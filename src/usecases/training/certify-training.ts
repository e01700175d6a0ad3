import { z } from 'zod'
import {
  listAttendance,
  listTrainingPlaces,
  listTrainingRows,
  listTrainingSessions,
  saveTraining,
  saveTrainingPlace,
} from '#db/training.ts'
import { insertGate, type WorkerRow } from '#db/worker.ts'
import { doneEnough } from '#domain/training/training.ts'
import { trainingPolicy } from '#domain/training/training-policy.ts'
import { gateTerms } from '#domain/worker/gates.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { holdTraining, trainingState, workerFor } from '#usecases/training/held-training.ts'
import { command } from '#usecases/use-case.ts'
import { programmesOf } from '#usecases/worker/worker-gates.ts'

/**
 * Gives a worker the certificate of a training in which she did enough: it opens the gate it is for, from the last day
 * she was there. The training counts as given from the first certificate on.
 */
export const certifyTraining = command({
  name: 'certify-training',
  action: 'create',
  may: trainingPolicy.attend,
  input: z.strictObject({ trainingId: z.uuid(), workerId: z.uuid() }),
  async run(work, { trainingId, workerId }) {
    const { tx, orgId, actor, now, newId } = work
    const worker = await workerFor(work, workerId)
    const { training, sessions, places } = await holdTraining(work, trainingId)
    const place = places.find((one) => one.worker_id === workerId)
    if (!place) throw new NotFound()
    if (place.certified_on) throw new Refused('training-certified')
    if (trainingState(training) === 'cancelled') throw new Refused('training-over')
    const here = await attendedOf(work, workerId, [trainingId])
    const elsewhere = await attendedOf(work, workerId, await othersOf(work, workerId, training))
    if (!doneEnough(here, elsewhere, halfDaysAsked(work, worker, training.gate_kind)))
      throw new Refused('training-not-enough')
    const there = sessions.findLast(({ id }) =>
      here.some((one) => one.id === id && one.attendance === 'there'),
    )
    const seenOn = there?.on_day
    if (!seenOn) throw new Refused('training-not-enough')
    const until = training.valid_months ? seenOn.add({ months: training.valid_months }) : null
    await saveTrainingPlace(tx, place, { certified_on: seenOn, certificate_until: until })
    if (training.gate_kind)
      await insertGate(tx, {
        org_id: orgId,
        id: newId(),
        worker_id: workerId,
        kind: training.gate_kind,
        seen_on: seenOn,
        valid_until: until,
        training_id: trainingId,
        recorded_by: actor.kind === 'member' ? actor.memberId : null,
        recorded_at: now,
      })
    if (trainingState(training) === 'planned') await saveTraining(tx, training, { state: 'given' })
    return { certifiedOn: seenOn.toString() }
  },
})

/** The most that any of her programmes asks of this kind; `null` if none says. */
function halfDaysAsked(work: Work, worker: WorkerRow, kind: string | null): number | null {
  const asked = programmesOf(work, worker)
    .flatMap((programme) => gateTerms(programme))
    .flatMap((gate) => (gate.kind === kind && gate.halfDays ? [gate.halfDays.value] : []))
  return asked.length > 0 ? Math.max(...asked) : null
}

const mostTrainings = 500

async function othersOf(
  { tx, orgId }: Work,
  workerId: string,
  training: { id: string; gate_kind: string | null },
) {
  const same = (await listTrainingRows(tx, orgId, mostTrainings)).filter(
    ({ id, gate_kind }) => id !== training.id && gate_kind !== null && gate_kind === training.gate_kind,
  )
  const places = await listTrainingPlaces(tx, orgId, { workerId })
  return same.filter(({ id }) => places.some(({ training_id }) => training_id === id)).map(({ id }) => id)
}

async function attendedOf({ tx, orgId }: Work, workerId: string, trainingIds: readonly string[]) {
  const sessions = await listTrainingSessions(tx, orgId, trainingIds)
  const said = await listAttendance(tx, orgId, { trainingIds, workerIds: [workerId] })
  return sessions.map(({ id, half_days }) => ({
    id,
    halfDays: half_days,
    attendance: said.find(({ session_id }) => session_id === id)?.attendance ?? null,
  }))
}
