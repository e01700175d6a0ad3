import { sealedFields } from '#usecases/sealed-fields.ts'

/** A member's name is sealed under a key of her own. */
export const memberFields = sealedFields('member', ['name_sealed'])
