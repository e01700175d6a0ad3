import { sealedFields } from '#usecases/sealed-fields.ts'

/** Every word of a meldcode, under the key of whose file it stands in: the mother's, or her child's own. */
export const meldcodeEntryFields = sealedFields('meldcode_entry', ['words_sealed'])
