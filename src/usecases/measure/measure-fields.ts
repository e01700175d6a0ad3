import { sealedFields } from '#usecases/sealed-fields.ts'

/** Her own answers are sealed under her key; only the numbers that are counted stand open. */
export const measureFields = sealedFields('measure', ['answers_sealed'])
