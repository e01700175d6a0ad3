import { z } from 'zod'
import { findCasesOfPeople } from '#db/person-case.ts'
import { optionalText } from '#domain/person/person.ts'
import { refusalGrounds, settlements } from '#domain/person-request/person-request.ts'
import { personRequestPolicy } from '#domain/person-request/person-request-policy.ts'
import { versionInput } from '#domain/version.ts'
import type { Work } from '#usecases/context.ts'
import { holdPersonRequest, takePersonRequestStep } from '#usecases/person-request/held-person-request.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { command } from '#usecases/use-case.ts'

const words = optionalText(2000)
const ending = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('settle'), code: z.enum(settlements), words }),
  z.strictObject({ step: z.literal('hand_on') }),
  /** The fixed letter: the same words to everybody. */
  z.strictObject({ step: z.literal('answer') }),
  z.strictObject({
    step: z.literal('refuse'),
    code: z.enum(refusalGrounds),
    words,
    /** She heard why, and where she can complain (AVG art. 12(4)). */
    told: z.literal(true, 'required'),
  }),
  z.strictObject({ step: z.literal('withdraw') }),
])

/** What becomes of a request that is no copy: done, handed on to be erased, answered with the fixed letter, or refused. */
export const endPersonRequest = command({
  name: 'end-person-request',
  action: 'update',
  may: personRequestPolicy.handle,
  input: z.strictObject({ id: z.uuid(), version: versionInput, ending }),
  async run(work, { ending: how, ...which }) {
    const row = await holdPersonRequest(work, which)
    const done = await takePersonRequestStep(work, row, how.step, {
      code: 'code' in how ? how.code : null,
      words: 'words' in how ? how.words : null,
    })
    if (how.step === 'hand_on' && row.person_id) await askWhoKnowsHer(work, row.person_id)
    return done
  },
})

/** Who knows her asks that her file is erased; the privacy officer decides that, so she can't be the one who asks. */
async function askWhoKnowsHer(work: Work, personId: string): Promise<void> {
  const inside = { kind: 'system', orgId: work.orgId, job: 'person-request' } as const
  const { trajectories } = await findCasesOfPeople(work.tx, inside, [personId])
  await createTask(work, {
    kind: 'safety',
    reasonCode: 'ask-to-erase',
    personId,
    trajectoryId: trajectories[0]?.id ?? null,
  })
}
