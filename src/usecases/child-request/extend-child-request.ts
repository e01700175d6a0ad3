import { z } from 'zod'
import { saveChildRequest } from '#db/child-request.ts'
import { isUnderway } from '#domain/child-request/child-request.ts'
import { childRequestPolicy } from '#domain/child-request/child-request-policy.ts'
import { latestAnswer, mayTakeMoreTime } from '#domain/request/request-clock.ts'
import { versionInput } from '#domain/version.ts'
import { holdChildRequest, writeStep } from '#usecases/child-request/held-child-request.ts'
import { Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Takes the two months more that there are, with a reason that whoever asks hears within the first. */
export const extendChildRequest = command({
  name: 'extend-child-request',
  action: 'update',
  may: childRequestPolicy.handle,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    words: z.string().trim().min(1, 'required').max(1000, 'too-long'),
  }),
  async run(work, { words, ...which }) {
    const row = await holdChildRequest(work, which)
    const latest = latestAnswer(row.received_on)
    if (!isUnderway(row.state) || !mayTakeMoreTime(row.received_on, row.answer_by, work.today))
      throw new Refused('request-not-from-this-state')
    await saveChildRequest(work.tx, row, { answer_by: latest })
    await writeStep(work, row.id, 'extend', null, words)
    return { id: row.id }
  },
})
