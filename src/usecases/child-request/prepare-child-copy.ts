import { z } from 'zod'
import { childRequestPolicy } from '#domain/child-request/child-request-policy.ts'
import { passGate } from '#domain/redaction/gate.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { tracesInCopy } from '#usecases/child-request/child-copy.ts'
import { childRequestFields } from '#usecases/child-request/child-request-fields.ts'
import { holdChildRequest, takeChildRequestStep } from '#usecases/child-request/held-child-request.ts'
import { Refused } from '#usecases/failure.ts'
import { longestText, lookedInput } from '#usecases/redaction/looked-input.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Writes what of the child's own file may be handed over. Of its mother, of who stands beside her, of anybody else known
 * to us nothing may stay in it, whoever ticks it. Written anew, it is approved anew.
 */
export const prepareChildCopy = command({
  name: 'prepare-child-copy',
  action: 'update',
  may: childRequestPolicy.handle,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    text: z.string().trim().min(1, 'required').max(longestText, 'too-long'),
    looked: lookedInput,
  }),
  async run(work, { text, looked, ...which }) {
    const row = await holdChildRequest(work, which)
    const passed = passGate(text, await tracesInCopy(work, row, text), looked, { nothingKnown: true })
    if (isRefusal(passed)) throw new Refused(passed.refused)
    const sealed = childRequestFields.seal(work.vault, row.id, row.id, 'words_sealed', passed.text)
    return takeChildRequestStep(work, row, 'prepare', { changed: { words_sealed: sealed } })
  },
})
