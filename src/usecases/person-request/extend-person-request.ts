import { z } from 'zod'
import { savePersonRequest } from '#db/person-request.ts'
import { isUnderway } from '#domain/person-request/person-request.ts'
import { personRequestPolicy } from '#domain/person-request/person-request-policy.ts'
import { latestAnswer, mayTakeMoreTime } from '#domain/request/request-clock.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { holdPersonRequest, personRequestSteps } from '#usecases/person-request/held-person-request.ts'
import { writeRequestStep } from '#usecases/request/request-history.ts'
import { command } from '#usecases/use-case.ts'

/** Takes the two months more that there are, once, with the reason that she heard within the first. */
export const extendPersonRequest = command({
  name: 'extend-person-request',
  action: 'update',
  may: personRequestPolicy.handle,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    words: z.string().trim().min(1, 'required').max(1000, 'too-long'),
  }),
  async run(work, { words, ...which }) {
    const row = await holdPersonRequest(work, which)
    if (!isUnderway(row.state) || !mayTakeMoreTime(row.received_on, row.answer_by, work.today))
      throw new Refused('request-not-from-this-state')
    await savePersonRequest(work.tx, row, { answer_by: latestAnswer(row.received_on) })
    await writeRequestStep(work, personRequestSteps, { requestId: row.id, kind: 'extend', words })
    return { id: row.id }
  },
})
