import { sealedFields } from '#usecases/sealed-fields.ts'

/** What was asked, of whom if they stand in no list, and what was advised: all under her key. */
export const consultationFields = sealedFields('consultation', [
  'party_sealed',
  'question_sealed',
  'advice_sealed',
])
