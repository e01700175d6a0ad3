import { z } from 'zod'
import { longestSubject } from '#domain/identity-provider/identity-provider.ts'
import { identitiesOf } from '#usecases/identity-provider/identities-of.ts'
import { question } from '#usecases/use-case.ts'

/** Which member is it whom this provider calls so? Nobody, unless she tied it herself before; none is made here. */
export const findIdentity = question({
  name: 'find-identity',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({ providerId: z.uuid(), subject: z.string().min(1).max(longestSubject) }),
  async run(work, { providerId, subject }): Promise<{ memberId: string } | null> {
    const found = (await identitiesOf(work, providerId)).find((one) => one.subject === subject)
    return found ? { memberId: found.memberId } : null
  },
})
