import { z } from 'zod'
import { insertChildRequest } from '#db/child-request.ts'
import { requesterKinds } from '#domain/child-request/child-request.ts'
import { childRequestPolicy } from '#domain/child-request/child-request-policy.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { answerBy } from '#domain/request/request-clock.ts'
import { askedInput, childRequestFields } from '#usecases/child-request/child-request-fields.ts'
import { writeStep } from '#usecases/child-request/held-child-request.ts'
import { Invalid } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Writes down that somebody asked for the file of a child, in his words. Nothing is looked up: whether there is such a
 * child is nobody's to know before it is certain who asks.
 */
export const registerChildRequest = command({
  name: 'register-child-request',
  action: 'create',
  may: childRequestPolicy.register,
  input: z.strictObject({ requester: z.enum(requesterKinds), receivedOn: dayInput, asked: askedInput }),
  async run(work, { requester, receivedOn, asked }) {
    if (isBefore(work.today, receivedOn)) throw new Invalid({ receivedOn: 'day-to-come' })
    if (isBefore(receivedOn, work.today.subtract({ years: 1 })))
      throw new Invalid({ receivedOn: 'not-valid' })
    if (isBefore(work.today, asked.childBornOn)) throw new Invalid({ 'asked.childBornOn': 'day-to-come' })
    const id = work.newId()
    await work.vault.create([id])
    await insertChildRequest(work.tx, {
      org_id: work.orgId,
      id,
      state: 'received',
      requester,
      asked_sealed: childRequestFields.seal(work.vault, id, id, 'asked_sealed', JSON.stringify(asked)),
      received_on: receivedOn,
      answer_by: answerBy(receivedOn),
      person_id: null,
      trajectory_id: null,
      words_sealed: null,
      created_at: work.now,
    })
    await writeStep(work, id, 'received')
    return { id }
  },
})
