import { z } from 'zod'
import { insertNetworkOrganisation } from '#db/network-organisation.ts'
import { actorId } from '#domain/member/actor.ts'
import { networkOrganisationInput } from '#domain/network/network-organisation.ts'
import { networkPolicy } from '#domain/network/network-policy.ts'
import { Refused } from '#usecases/failure.ts'
import { networkColumns } from '#usecases/network/network-fields.ts'
import { command } from '#usecases/use-case.ts'

/** Puts an organisation around us on the list: one that refers to us, or that we send women to. */
export const registerNetworkOrganisation = command({
  name: 'register-network-organisation',
  action: 'create',
  may: networkPolicy.manage,
  input: z.strictObject({ organisation: networkOrganisationInput }),
  async run({ tx, orgId, actor, today, now, newId, vault }, { organisation }) {
    const id = newId()
    await vault.create([id])
    const made = await insertNetworkOrganisation(tx, {
      org_id: orgId,
      id,
      ...networkColumns(vault, id, organisation),
      from_day: today,
      until_day: null,
      created_by: actorId(actor),
      created_at: now,
    })
    if (!made) throw new Refused('network-name-taken')
    return { id }
  },
})
