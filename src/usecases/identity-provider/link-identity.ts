import { z } from 'zod'
import { insertIdentity } from '#db/identity-provider.ts'
import { longestSubject } from '#domain/identity-provider/identity-provider.ts'
import { Refused } from '#usecases/failure.ts'
import { identitiesOf } from '#usecases/identity-provider/identities-of.ts'
import { identityFields } from '#usecases/identity-provider/provider-fields.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Ties what a municipality's server calls somebody to the member who was in, here, when it said so. Nobody types it in for
 * another: whoever could would have every account.
 */
export const linkIdentity = command({
  name: 'link-identity',
  action: 'create',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({
    memberId: z.uuid(),
    providerId: z.uuid(),
    subject: z.string().min(1).max(longestSubject),
  }),
  async run(work, { memberId, providerId, subject }) {
    const known = await identitiesOf(work, providerId)
    if (known.some((one) => one.memberId === memberId)) throw new Refused('identity-linked-already')
    if (known.some((one) => one.subject === subject)) throw new Refused('identity-of-somebody-else')
    const id = work.newId()
    await insertIdentity(work.tx, {
      org_id: work.orgId,
      id,
      member_id: memberId,
      provider_id: providerId,
      subject_sealed: identityFields.seal(work.vault, providerId, id, 'subject_sealed', subject),
      linked_at: work.now,
    })
    work.about({ person: memberId, onBehalfOf: memberId, detail: { provider: providerId } })
    return { identityId: id }
  },
})
