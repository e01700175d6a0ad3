import { findNetworkOrganisation } from '#db/network-organisation.ts'
import { findLockFor } from '#db/sharing.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'

export interface PartyAsked {
  /** An organisation around us, or the name of a party that isn't in that list; at least one of them. */
  readonly networkOrganisationId: string | null
  readonly party: string | null
}

/**
 * Holds a party against what is known before anything is asked of it: it is named, it is there, and her file isn't locked
 * for it.
 */
export async function checkParty(
  { tx, orgId }: Work,
  personId: string,
  { networkOrganisationId, party }: PartyAsked,
): Promise<void> {
  if (networkOrganisationId === null) {
    if (party === null) throw new Invalid({ party: 'required' })
    return
  }
  if (!(await findNetworkOrganisation(tx, orgId, networkOrganisationId))) throw new NotFound()
  if (await findLockFor(tx, orgId, personId, networkOrganisationId)) throw new Refused('sharing-ask-lead')
}
