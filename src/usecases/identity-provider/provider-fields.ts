import { sealedFields } from '#usecases/sealed-fields.ts'

/** Our secret at a municipality's server, and what that server calls people: under a key of the provider's own. */
export const providerFields = sealedFields('identity_provider', ['secret_sealed'])
export const identityFields = sealedFields('member_identity', ['subject_sealed'])
