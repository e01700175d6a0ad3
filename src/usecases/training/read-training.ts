import { z } from 'zod'
import { findTraining, listAttendance, listTrainingQueue, listTrainingSessions } from '#db/training.ts'
import { listWorkerRows } from '#db/worker.ts'
import { isBefore } from '#domain/day.ts'
import { fullName } from '#domain/person/person.ts'
import { mayEnrol } from '#domain/training/training.ts'
import { trainingPolicy } from '#domain/training/training-policy.ts'
import { workerStates } from '#domain/worker/worker.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { trainingState } from '#usecases/training/held-training.ts'
import { question } from '#usecases/use-case.ts'

const most = 2000

/** One training: its days, who has a seat or waits for one, who was there, who has the certificate; and who could still join. */
export const readTraining = question({
  name: 'read-training',
  may: trainingPolicy.attend,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, today } = work
    const training = await findTraining(tx, orgId, id)
    if (!training) throw new NotFound()
    const sessions = await listTrainingSessions(tx, orgId, [id])
    const queue = await listTrainingQueue(tx, orgId, { trainingIds: [id] })
    const places = queue.filter((row) => row.state === 'seat')
    const said = await listAttendance(tx, orgId, { trainingIds: [id] })
    const workers = await listWorkerRows(tx, actor, {
      states: workerStates.filter((state) => state !== 'left'),
      limit: most,
    })
    const people = await readPeople(
      work,
      workers.map((worker) => worker.person_id),
    )
    const nameOf = (workerId: string) => {
      const person = people.get(workers.find((worker) => worker.id === workerId)?.person_id ?? '')
      return person ? fullName(person.name) : '—'
    }
    const dayOf = (at: Temporal.Instant | null) => at?.toZonedDateTimeISO(work.zone).toPlainDate() ?? null
    const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'nl')
    return {
      trainingId: id,
      version: training.version,
      title: training.title,
      place: training.place,
      gateKind: training.gate_kind,
      validMonths: training.valid_months,
      seats: training.seats,
      state: trainingState(training),
      open:
        mayEnrol({ state: trainingState(training), lastDay: sessions.at(-1)?.on_day ?? today }, today) ===
        null,
      sessions: sessions.map((session) => ({
        sessionId: session.id,
        on: session.on_day,
        at: session.starts_at?.slice(0, 5) ?? null,
        halfDays: session.half_days,
        toCome: isBefore(today, session.on_day),
      })),
      places: places
        .map((place) => ({
          workerId: place.worker_id,
          name: nameOf(place.worker_id),
          certifiedOn: place.certified_on,
          certificateUntil: place.certificate_until,
          movedUpOn: dayOf(place.moved_up_at),
          attendance: sessions.map(
            (session) =>
              said.find((one) => one.session_id === session.id && one.worker_id === place.worker_id)
                ?.attendance ?? null,
          ),
        }))
        .sort(byName),
      waiting: queue
        .filter((row) => row.state === 'waiting')
        .map((row) => ({ workerId: row.worker_id, name: nameOf(row.worker_id), since: row.from_day })),
      others: workers
        .filter((worker) => !queue.some((place) => place.worker_id === worker.id))
        .map((worker) => ({ workerId: worker.id, name: nameOf(worker.id) }))
        .sort(byName),
    }
  },
})
export type TrainingView = Awaited<ReturnType<typeof readTraining>>
