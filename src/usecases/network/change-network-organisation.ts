import { z } from 'zod'
import { findNamesakes, lockNetworkOrganisation, saveNetworkOrganisation } from '#db/network-organisation.ts'
import { networkOrganisationInput } from '#domain/network/network-organisation.ts'
import { networkPolicy } from '#domain/network/network-policy.ts'
import { versionInput } from '#domain/version.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { networkColumns } from '#usecases/network/network-fields.ts'
import { command } from '#usecases/use-case.ts'

/** What is known of an organisation around us, put right. */
export const changeNetworkOrganisation = command({
  name: 'change-network-organisation',
  action: 'update',
  may: networkPolicy.manage,
  input: z.strictObject({ id: z.uuid(), version: versionInput, organisation: networkOrganisationInput }),
  async run({ tx, orgId, vault }, { id, version, organisation }) {
    const row = await lockNetworkOrganisation(tx, orgId, id)
    if (!row) throw new NotFound()
    if (row.version !== version) throw new Refused('changed-meanwhile')
    if (row.until_day) throw new Refused('network-ended')
    const namesakes = await findNamesakes(tx, orgId, organisation.name)
    if (namesakes.some((other) => other.id !== id)) throw new Refused('network-name-taken')
    await vault.load([id])
    await saveNetworkOrganisation(tx, row, networkColumns(vault, id, organisation))
    return { id }
  },
})
