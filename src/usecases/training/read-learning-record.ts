import { z } from 'zod'
import { findTraining, listAttendance, listTrainingPlaces, listTrainingSessions } from '#db/training.ts'
import { findWorker } from '#db/worker.ts'
import { compareDays, isBefore } from '#domain/day.ts'
import { fullName } from '#domain/person/person.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

/** What she learned here, to print and take along: each training with its days, her half-days and her certificate. */
export const readLearningRecord = question({
  name: 'read-learning-record',
  may: workerPolicy.read,
  input: z.strictObject({ workerId: z.uuid() }),
  async run(work, { workerId }) {
    const { tx, orgId, actor } = work
    const worker = await findWorker(tx, actor, workerId)
    if (!worker) throw new NotFound()
    if (actor.kind === 'member' && actor.workerId === workerId) work.about({ basis: 'own_record' })
    const person = (await readPeople(work, [worker.person_id])).get(worker.person_id)
    const places = await listTrainingPlaces(tx, orgId, { workerId })
    const ids = places.map(({ training_id }) => training_id)
    const sessions = await listTrainingSessions(tx, orgId, ids)
    const said = await listAttendance(tx, orgId, { trainingIds: ids, workerIds: [workerId] })
    const lines = []
    for (const place of places) {
      const training = await findTraining(tx, orgId, place.training_id)
      const days = sessions.filter(({ training_id }) => training_id === place.training_id)
      const attended = days.filter(({ id }) =>
        said.some(({ session_id, attendance }) => session_id === id && attendance === 'there'),
      )
      const [first] = days
      // What is still to come taught her nothing yet.
      if (!training || !first || isBefore(work.today, first.on_day)) continue
      lines.push({
        title: training.title,
        gateKind: training.gate_kind,
        from: first.on_day,
        until: days.at(-1)?.on_day ?? first.on_day,
        halfDays: attended.reduce((sum, { half_days }) => sum + half_days, 0),
        ofHalfDays: days.reduce((sum, { half_days }) => sum + half_days, 0),
        certifiedOn: place.certified_on,
        certificateUntil: place.certificate_until,
      })
    }
    return {
      workerId,
      name: person ? fullName(person.name) : '—',
      since: worker.from_day,
      until: worker.until_day,
      lines: lines.sort((a, b) => compareDays(b.from, a.from)),
      halfDays: lines.reduce((sum, line) => sum + line.halfDays, 0),
    }
  },
})
