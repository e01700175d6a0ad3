import { sealedFields } from '#usecases/sealed-fields.ts'

/** Why it was opened, and what was thought of that afterwards: under the key of her whose file it is. */
export const breakGlassFields = sealedFields('break_glass', ['words_sealed', 'note_sealed'])
