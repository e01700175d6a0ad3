import { sealedFields } from '#usecases/sealed-fields.ts'

/** A message is sealed under the key of the woman it is about; erasing her file makes it unreadable too. */
export const messageFields = sealedFields('message', ['address_sealed', 'subject_sealed', 'body_sealed'])
