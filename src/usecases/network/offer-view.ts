import type { HelpOfferOfRow } from '#db/help-offer.ts'
import { areasOf } from '#domain/area/typed-areas.ts'
import { isStale } from '#domain/network/help-offer.ts'
import type { Work } from '#usecases/context.ts'
import { openWords } from '#usecases/network/network-fields.ts'

/** An offer as pages show it. The key of its organisation must be loaded. */
export function offerView({ vault, today }: Work, row: HelpOfferOfRow) {
  const reach = row.areas.length > 0 ? row.areas : row.organisation_areas
  return {
    id: row.id,
    version: row.version,
    organisationId: row.network_organisation_id,
    organisation: row.organisation,
    organisationKind: row.organisation_kind,
    category: row.category,
    target: row.target,
    languages: row.languages,
    /** As typed for this offer; `reach` is what counts, its organisation's where it has none. */
    ownAreas: row.areas,
    reach,
    areas: areasOf(reach),
    waitingWeeks: row.waiting_weeks,
    waitingAskedOn: row.waiting_asked_on,
    confirmedOn: row.confirmed_on,
    stale: isStale(row.confirmed_on, today),
    words: openWords(vault, row),
    ended: row.until_day !== null,
  }
}
export type OfferView = ReturnType<typeof offerView>
