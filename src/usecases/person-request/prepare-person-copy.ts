import { z } from 'zod'
import { mayStepPersonRequest } from '#domain/person-request/person-request.ts'
import { personRequestPolicy } from '#domain/person-request/person-request-policy.ts'
import { passGate } from '#domain/redaction/gate.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import {
  askingOf,
  holdPersonRequest,
  takePersonRequestStep,
} from '#usecases/person-request/held-person-request.ts'
import { cleanCopy, tracesInPersonCopy } from '#usecases/person-request/person-copy.ts'
import { longestCopy, personRequestFields } from '#usecases/person-request/person-request-fields.ts'
import { lookedInput } from '#usecases/redaction/looked-input.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Makes her copy: her data as it is today, and what was written about her as a human looked it through. Of anybody else
 * nothing that is known may stay in it, whoever ticks it. Written anew, it is approved anew.
 */
export const preparePersonCopy = command({
  name: 'prepare-person-copy',
  action: 'update',
  may: personRequestPolicy.handle,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    text: z.string().trim().max(longestCopy, 'too-long'),
    looked: lookedInput,
  }),
  async run(work, { text, looked, ...which }) {
    const row = await holdPersonRequest(work, which)
    if (!mayStepPersonRequest(askingOf(row), row.state, 'prepare'))
      throw new Refused('request-not-from-this-state')
    const passed = passGate(text, await tracesInPersonCopy(work, row, text), looked, { nothingKnown: true })
    if (isRefusal(passed)) throw new Refused(passed.refused)
    const seal = (column: 'copy_sealed' | 'words_sealed', plain: string) =>
      personRequestFields.seal(work.vault, row.id, row.id, column, plain)
    const done = await takePersonRequestStep(work, row, 'prepare', {
      changed: {
        copy_sealed: seal('copy_sealed', JSON.stringify(await cleanCopy(work, row))),
        words_sealed: passed.text ? seal('words_sealed', passed.text) : null,
      },
    })
    return { ...done, gone: passed.gone }
  },
})
