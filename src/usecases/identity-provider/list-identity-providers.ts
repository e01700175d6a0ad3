import { z } from 'zod'
import { listIdentities, listProviders } from '#db/identity-provider.ts'
import { identityProviderPolicy } from '#domain/identity-provider/identity-provider.ts'
import { actorId } from '#domain/member/actor.ts'
import { question } from '#usecases/use-case.ts'

export interface ListedProvider {
  readonly id: string
  readonly label: string
  readonly issuer: string
  readonly ended: boolean
  readonly linked: number
  /** Is whoever asks tied to it herself? */
  readonly own: boolean
}

/** Where members may come in from. Of an administrator all there ever were; of anybody else those that she can use. */
export const listIdentityProviders = question({
  name: 'list-identity-providers',
  may: identityProviderPolicy.own,
  input: z.strictObject({}),
  async run({ tx, orgId, actor }, _input): Promise<readonly ListedProvider[]> {
    const manages = identityProviderPolicy.manage(actor)
    const rows = (await listProviders(tx, orgId)).filter(({ ended_at }) => manages || ended_at === null)
    const listed: ListedProvider[] = []
    for (const { id, label, issuer, ended_at } of rows) {
      const identities = await listIdentities(tx, orgId, id)
      const own = identities.some(({ member_id }) => member_id === actorId(actor))
      listed.push({ id, label, issuer, ended: ended_at !== null, linked: identities.length, own })
    }
    return listed
  },
})
