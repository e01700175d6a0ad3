import { sealedFields } from '#usecases/sealed-fields.ts'

/** What was said in words is sealed under the key of who said it: the mother's under hers, the worker's under hers. */
export const checkInFields = sealedFields('check_in', ['note_sealed'])
