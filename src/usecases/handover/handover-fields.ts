import { sealedFields } from '#usecases/sealed-fields.ts'

/** With whom she goes on says something of her: the name of the party is sealed under her key. */
export const handoverFields = sealedFields('handover', ['party_sealed'])
