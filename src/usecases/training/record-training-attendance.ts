import { z } from 'zod'
import { putAttendance } from '#db/training.ts'
import { isBefore } from '#domain/day.ts'
import { attendances } from '#domain/training/training.ts'
import { trainingPolicy } from '#domain/training/training-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { holdTraining, workerFor } from '#usecases/training/held-training.ts'
import { command } from '#usecases/use-case.ts'

/** Who was there on one of its days. Said again, the last word counts; nobody is there tomorrow. */
export const recordTrainingAttendance = command({
  name: 'record-training-attendance',
  action: 'update',
  may: trainingPolicy.attend,
  input: z.strictObject({
    trainingId: z.uuid(),
    sessionId: z.uuid(),
    attendance: z
      .array(z.strictObject({ workerId: z.uuid(), was: z.enum(attendances) }))
      .min(1)
      .max(200),
  }),
  async run(work, { trainingId, sessionId, attendance }) {
    const { tx, orgId, actor, today, now, newId } = work
    const { sessions, places } = await holdTraining(work, trainingId)
    const session = sessions.find(({ id }) => id === sessionId)
    if (!session) throw new NotFound()
    if (isBefore(today, session.on_day)) throw new Refused('training-day-to-come')
    const seated = new Set(places.map(({ worker_id }) => worker_id))
    const said = new Map(attendance.map(({ workerId, was }) => [workerId, was]))
    for (const workerId of said.keys()) {
      if (!seated.has(workerId)) throw new NotFound()
      await workerFor(work, workerId)
    }
    await putAttendance(
      tx,
      [...said].map(([workerId, was]) => ({
        org_id: orgId,
        id: newId(),
        session_id: sessionId,
        worker_id: workerId,
        attendance: was,
        recorded_by: actor.kind === 'member' ? actor.memberId : null,
        recorded_at: now,
      })),
    )
    return { recorded: said.size }
  },
})
