import { sealedFields } from '#usecases/sealed-fields.ts'

/** Why, in words: under the key of whose file it is. */
export const fileLockFields = sealedFields('file_lock_step', ['words_sealed'])
