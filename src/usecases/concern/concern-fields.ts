import { sealedFields } from '#usecases/sealed-fields.ts'

/** What was said of it, under the woman's own key: as it was raised, added, answered and closed. */
export const concernFields = sealedFields('concern', ['words_sealed', 'alarms_sealed'])
export const concernStepFields = sealedFields('concern_step', ['words_sealed'])
