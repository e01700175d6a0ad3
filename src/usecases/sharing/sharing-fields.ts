import { sealedFields } from '#usecases/sealed-fields.ts'

/** What was written to whom, after the gate: sealed under the key of her whom it is about. */
export const sharingFields = sealedFields('sharing', ['words_sealed'])
