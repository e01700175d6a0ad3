import type { OfferRow } from '#db/aligned-offer.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** What an offer is called and where it is, under its own key. */
export const offerFields = sealedFields('aligned_offer', ['title_sealed', 'location_sealed'])

/** The offer's key must be loaded. */
export const offerTitle = ({ vault }: Work, row: OfferRow): string =>
  offerFields.open(vault, row.id, row.id, 'title_sealed', row.title_sealed) ?? '—'
export const offerLocation = ({ vault }: Work, row: OfferRow): string | null =>
  offerFields.open(vault, row.id, row.id, 'location_sealed', row.location_sealed)
