import { sealedFields } from '#usecases/sealed-fields.ts'

/** The texts of a questionnaire as they were loaded, each load under a key of its own: destroying it destroys them. */
export const instrumentTextFields = sealedFields('instrument_text', ['content_sealed'])
