import { z } from 'zod'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** What opens a phone's boxes is sealed under its owner's own key. */
export const phoneFields = sealedFields('field_phone', ['box_sealed'])
/** Words that could not go in, under the key of her whom they are about where that is known. */
export const entryFields = sealedFields('phone_entry', ['words_sealed'])

/** UUIDv7, made on the phone. */
export const phoneMadeId = z.uuid({ version: 'v7' })
