import { z } from 'zod'
import { listTrainingQueue, listTrainingRows, listTrainingSessions } from '#db/training.ts'
import { isBefore } from '#domain/day.ts'
import { mayEnrol } from '#domain/training/training.ts'
import { trainingPolicy } from '#domain/training/training-policy.ts'
import { trainingState } from '#usecases/training/held-training.ts'
import { question } from '#usecases/use-case.ts'

const most = 200

/** Trainings with their days: to who plans them all, to a worker what is to come and her own. No names. */
export const listTrainings = question({
  name: 'list-trainings',
  may: trainingPolicy.list,
  input: z.strictObject({}),
  async run({ tx, orgId, actor, today, zone }) {
    const rows = await listTrainingRows(tx, orgId, most)
    const ids = rows.map(({ id }) => id)
    const sessions = Map.groupBy(await listTrainingSessions(tx, orgId, ids), (row) => row.training_id)
    const queues = Map.groupBy(
      await listTrainingQueue(tx, orgId, { trainingIds: ids }),
      (row) => row.training_id,
    )
    const mine = actor.kind === 'member' ? actor.workerId : null
    const all = trainingPolicy.plan(actor)
    return rows
      .map((row) => {
        const days = sessions.get(row.id) ?? []
        const queue = queues.get(row.id) ?? []
        const waiting = queue.filter((one) => one.state === 'waiting')
        const taken = queue.length - waiting.length
        const own = mine === null ? undefined : queue.find(({ worker_id }) => worker_id === mine)
        const state = trainingState(row)
        const lastDay = days.at(-1)?.on_day ?? today
        return {
          trainingId: row.id,
          title: row.title,
          place: row.place,
          gateKind: row.gate_kind,
          state,
          days: days.map(({ on_day, starts_at, half_days }) => ({
            on: on_day,
            at: starts_at?.slice(0, 5) ?? null,
            halfDays: half_days,
          })),
          over: isBefore(lastDay, today),
          taken,
          seats: row.seats,
          waiting: waiting.length,
          full: row.seats !== null && taken >= row.seats,
          mine: own?.state === 'seat',
          /** The first who waits is number one. */
          waitsAs: own?.state === 'waiting' ? waiting.indexOf(own) + 1 : null,
          /** She waited, and has a seat since that day. */
          movedUpOn: own?.moved_up_at?.toZonedDateTimeISO(zone).toPlainDate() ?? null,
          open: mayEnrol({ state, lastDay }, today) === null,
        }
      })
      .filter((one) => all || one.mine || one.waitsAs !== null || (!one.over && one.state === 'planned'))
  },
})
export type TrainingLine = Awaited<ReturnType<typeof listTrainings>>[number]
