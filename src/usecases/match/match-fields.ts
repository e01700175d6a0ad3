import { sealedFields } from '#usecases/sealed-fields.ts'

/** Under the woman's key: what is noted of her goes when her key goes. */
export const matchFields = sealedFields('match', ['after_note_sealed'])
export const shortlistFields = sealedFields('match_shortlist', ['note_sealed'])
