import { sealedFields } from '#usecases/sealed-fields.ts'

/** What it is for, and with whom if they stand in no list, says something of her: both under her key. */
export const arrangementFields = sealedFields('arrangement', ['party_sealed', 'purpose_sealed'])
