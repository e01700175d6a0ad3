import { sealedFields } from '#usecases/sealed-fields.ts'

/** A member's name and address are sealed under a key of her own. */
export const memberFields = sealedFields('member', ['name_sealed', 'email_sealed'])

/** The address an invitation went to is sealed under a key of the invitation's own. */
export const invitationFields = sealedFields('invitation', ['email_sealed'])
