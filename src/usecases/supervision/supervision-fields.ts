import { sealedFields } from '#usecases/sealed-fields.ts'

/** What was agreed: about the work and nobody in particular, under a key of the meeting's own. */
export const supervisionFields = sealedFields('supervision_session', ['agreed_sealed'])
