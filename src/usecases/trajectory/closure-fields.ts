import { sealedFields } from '#usecases/sealed-fields.ts'

/** What she said at the end, in her own words. */
export const closureFields = sealedFields('closure', ['words_sealed'])
/** What the coordinator notes of the end. */
export const closureNoteFields = sealedFields('trajectory', ['closure_note_sealed'])
