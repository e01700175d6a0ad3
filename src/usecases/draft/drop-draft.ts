import { z } from 'zod'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { checkSubject, draftKey, dropOwnDraft } from '#usecases/draft/own-draft.ts'
import { command } from '#usecases/use-case.ts'

/** Throws one's own draft away, to begin anew. */
export const dropDraft = command({
  name: 'drop-draft',
  action: 'delete',
  may: contactPolicy.log,
  input: z.strictObject(draftKey),
  async run(work, draft) {
    await checkSubject(work, draft)
    await dropOwnDraft(work, draft)
    return {}
  },
})
