import { z } from 'zod'
import { deleteDrafts } from '#db/draft.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { checkSubject, draftKey, ownKey } from '#usecases/draft/own-draft.ts'
import { command } from '#usecases/use-case.ts'

/** Throws one's own drafts of a form away, wherever they were typed, to begin anew. */
export const dropDraft = command({
  name: 'drop-draft',
  action: 'delete',
  may: contactPolicy.log,
  input: z.strictObject(draftKey),
  async run(work, draft) {
    await checkSubject(work, draft)
    await deleteDrafts(work.tx, ownKey(work, draft), 'all')
    return {}
  },
})
