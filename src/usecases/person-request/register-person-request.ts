import { z } from 'zod'
import { insertPersonRequest } from '#db/person-request.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { personRights, requestSubjects } from '#domain/person-request/person-request.ts'
import { personRequestPolicy } from '#domain/person-request/person-request-policy.ts'
import { answerBy } from '#domain/request/request-clock.ts'
import { Invalid } from '#usecases/failure.ts'
import { personRequestSteps } from '#usecases/person-request/held-person-request.ts'
import { personAskedInput, personRequestFields } from '#usecases/person-request/person-request-fields.ts'
import { writeRequestStep } from '#usecases/request/request-history.ts'
import { command } from '#usecases/use-case.ts'

/** Writes down what somebody asks about herself. Nothing is looked up: whether we know her is nobody's to know yet. */
export const registerPersonRequest = command({
  name: 'register-person-request',
  action: 'create',
  may: personRequestPolicy.register,
  input: z.strictObject({
    right: z.enum(personRights),
    subject: z.enum(requestSubjects),
    receivedOn: dayInput,
    asked: personAskedInput,
  }),
  async run(work, { right, subject, receivedOn, asked }) {
    if (isBefore(work.today, receivedOn)) throw new Invalid({ receivedOn: 'day-to-come' })
    if (isBefore(receivedOn, work.today.subtract({ years: 1 })))
      throw new Invalid({ receivedOn: 'not-valid' })
    if (asked.bornOn && isBefore(work.today, asked.bornOn))
      throw new Invalid({ 'asked.bornOn': 'day-to-come' })
    const id = work.newId()
    await work.vault.create([id])
    await insertPersonRequest(work.tx, {
      org_id: work.orgId,
      id,
      state: 'received',
      right_code: right,
      subject,
      asked_sealed: personRequestFields.seal(work.vault, id, id, 'asked_sealed', JSON.stringify(asked)),
      received_on: receivedOn,
      answer_by: answerBy(receivedOn),
      created_at: work.now,
    })
    await writeRequestStep(work, personRequestSteps, { requestId: id, kind: 'received' })
    return { id }
  },
})
