import { z } from 'zod'
import { findTask } from '#db/task.ts'
import { fullName } from '#domain/person/person.ts'
import { taskPolicy } from '#domain/task/task-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

/** One task, with where to go to do it. */
export const readTask = question({
  name: 'read-task',
  may: taskPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const row = await findTask(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    const person = row.person_id ? (await readPeople(work, [row.person_id])).get(row.person_id) : undefined
    return {
      id,
      kind: row.kind,
      reasonCode: row.reason_code,
      name: person ? fullName(person.name) : null,
      personId: row.person_id,
      trajectoryId: row.trajectory_id,
      referralId: row.referral_id,
      helpOfferId: row.help_offer_id,
      messageId: row.message_id,
      dueOn: row.due_on,
      createdOn: row.created_at.toZonedDateTimeISO(work.zone).toPlainDate(),
      doneOn: row.done_at?.toZonedDateTimeISO(work.zone).toPlainDate() ?? null,
      doneCode: row.done_code,
    }
  },
})
