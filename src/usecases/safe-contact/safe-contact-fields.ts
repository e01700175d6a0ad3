import { sealedFields } from '#usecases/sealed-fields.ts'

/** Her terms are sealed under her own key. */
export const safeContactFields = sealedFields('safe_contact_policy', ['terms_sealed'])
