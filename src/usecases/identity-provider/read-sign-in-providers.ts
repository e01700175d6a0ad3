import { z } from 'zod'
import { listProviders } from '#db/identity-provider.ts'
import { providerFields } from '#usecases/identity-provider/provider-fields.ts'
import { question } from '#usecases/use-case.ts'

export interface SignInProvider {
  readonly id: string
  readonly label: string
  readonly issuer: string
  readonly clientId: string
  readonly secret: string
  readonly acr: readonly string[]
  readonly amr: readonly string[]
}

/** Those that work today, with our secret there: for the server itself, which asks them who somebody is. */
export const readSignInProviders = question({
  name: 'read-sign-in-providers',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({}),
  async run({ tx, orgId, vault }, _input): Promise<readonly SignInProvider[]> {
    const rows = (await listProviders(tx, orgId)).filter(({ ended_at }) => ended_at === null)
    await vault.load(rows.map(({ id }) => id))
    return rows.flatMap(({ id, label, issuer, client_id: clientId, acr, amr, secret_sealed }) => {
      const secret = providerFields.open(vault, id, id, 'secret_sealed', secret_sealed)
      return secret === null ? [] : [{ id, label, issuer, clientId, secret, acr, amr }]
    })
  },
})
