import { sharingParties } from '#domain/consent/consent.ts'
import type { T } from '#pages/words/words.ts'

/** With whom may be shared, to choose from. */
export const partyOptions = (t: T) =>
  sharingParties.map((party) => ({ value: party, label: t(`consent.party.${party}`) }))
